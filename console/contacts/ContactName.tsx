interface ContactNameProps {
  readonly name: string;
  /** フリガナ; empty: not known. */
  readonly reading: string;
}

/** A name with how it is read in small letters above it, as names are written on forms in Japan. */
export function ContactName({ name, reading }: ContactNameProps) {
  return (
    <span className="person-name">
      {reading !== '' && reading !== name && <small lang="ja">{reading}</small>} <span>{name}</span>
    </span>
  );
}
