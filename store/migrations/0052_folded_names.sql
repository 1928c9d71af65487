-- Callbacks by part of the customer's name, however it is written. The folding is that of domain/reading.ts `foldName`, for the characters
-- that names have; a search folds what was typed by this same function, so that the two always meet.
create function folded_name(text) returns text language sql immutable strict parallel safe as $$
  select normalize(
    -- A repetition mark says the kana before it once more; there are hardly ever two of them.
    regexp_replace(
      regexp_replace(
        -- Nothing stands between the letters, and no long vowel mark.
        regexp_replace(
          -- Small letters where the database's locale knows only those of English; hiragana for katakana, and large kana for small ones.
          translate(
            -- One width, small letters, and no accents; the voicing marks stay.
            regexp_replace(lower(normalize(translate($1, '゛゜', U&'\3099\309A'), NFKD)), '[\u0300-\u036f]', '', 'g'),
            'ÆÐØÞĐĦŁŊŒŦΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロヮワヰヱヲンヵヶヽぁぃぅぇぉっゃゅょゎゕゖ',
            'æðøþđħłŋœŧαβγδεζηθικλμνξοπρστυφχψωђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяああいいううええおおかきくけこさしすせそたちつつてとなにぬねのはひふへほまみむめもややゆゆよよらりるれろわわゐゑをんかけゝあいうえおつやゆよわかけ'),
          '[\u0001-/:-@[-`{-\u00bf×÷\u02c2-\u02eb\u02ed\u02ef-\u02ff\u2000-\u20cf\u2190-\u2426\u2500-\u2bff\u2e00-\u2e2e\u2e30-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30a0\u30fb\u30fc\ufeff-\ufffd\U0001f000-\U0001faff]+', '', 'g'),
        '([\u3041-\u3096])([\u3099\u309a]?)ゝ', '\1\2\1', 'g'),
      '([\u3041-\u3096])([\u3099\u309a]?)ゝ', '\1\2\1', 'g'),
    NFC)
$$;
alter table callback add column name_folded text collate "C" not null generated always as (folded_name(name)) stored;
