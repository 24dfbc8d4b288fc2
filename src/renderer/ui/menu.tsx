import './popover.css';
import './menu.css';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
  type MenuItemProps as AriaMenuItemProps,
  type PopoverProps,
} from 'react-aria-components';
import type { ReactNode } from 'react';

export interface MenuProps {
  /** What the menu is for; its trigger names it by default. */
  readonly label?: string;
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly placement?: NonNullable<PopoverProps['placement']>;
  /** MenuItems and MenuSeparators. */
  readonly children: ReactNode;
}

export function Menu({ label, trigger, placement = 'bottom end', children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement={placement} offset={6}>
        <AriaMenu className="menu" {...(label === undefined ? {} : { 'aria-label': label })}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps extends Omit<AriaMenuItemProps, 'children' | 'className' | 'textValue'> {
  readonly icon?: ReactNode;
  readonly label: string;
  /** Its shortcut, such as 'F2'. */
  readonly keys?: string;
  readonly isDangerous?: boolean;
}

export function MenuItem({ icon, label, keys, isDangerous = false, ...props }: MenuItemProps) {
  return (
    <AriaMenuItem {...props} textValue={label} className={isDangerous ? 'menu-item menu-item-danger' : 'menu-item'}>
      {icon}
      {/* The keys are a part of the name: what is seen is what is heard. */}
      <Text slot="label" className="menu-item-label">
        <span className="menu-item-text">{label}</span>
        {keys === undefined ? null : <kbd className="menu-item-keys">{keys}</kbd>}
      </Text>
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className="menu-separator" />;
}
