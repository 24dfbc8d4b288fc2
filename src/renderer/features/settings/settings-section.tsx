import { useId, type ReactNode } from 'react';

export interface SettingsSectionProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

export function SettingsSection({ title, text, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section className="settings-section" aria-labelledby={id}>
      <div className="settings-side">
        <h2 id={id} className="settings-heading">
          {title}
        </h2>
        {text === undefined ? null : <p className="settings-text">{text}</p>}
      </div>
      <div className="settings-body">{children}</div>
    </section>
  );
}
