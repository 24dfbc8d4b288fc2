import './field.css';
import './search-field.css';
import { Search, X } from 'lucide-react';
import {
  Button,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaProps,
} from 'react-aria-components';

export interface SearchFieldProps extends Omit<AriaProps, 'children' | 'className'> {
  readonly label: string;
  readonly clearLabel: string;
}

export function SearchField({ label, clearLabel, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField {...props} aria-label={label} className="search">
      <Search aria-hidden className="search-icon" />
      <Input className="field-input search-input" placeholder={label} />
      <Button className="search-clear" aria-label={clearLabel}>
        <X aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
