import { useState } from 'react';
import {
  ColorPicker as AriaColorPicker,
  type Color,
  ColorArea,
  ColorField,
  ColorSlider,
  ColorThumb,
  Input,
  Label,
  parseColor,
  SliderTrack,
} from 'react-aria-components';
import { t } from '#contract/language/language.ts';
import styles from './colour-picker.module.css';

interface ColourPickerProps {
  /** What the colour is of. */
  readonly label: string;
  /** As #rrggbb. */
  readonly colour: string;
  readonly onChange: (colour: string) => void;
}

/** A colour by its saturation and brightness, its hue, or its number. */
export function ColourPicker({ label, colour, onChange }: ColourPickerProps) {
  // Grey has no hue, and black no saturation: the number alone would forget where they were.
  const [last, setLast] = useState(() => parseColor(colour));
  const value = hexOf(last) === colour ? last : parseColor(colour);
  const change = (next: Color) => {
    setLast(next);
    if (hexOf(next) !== colour) onChange(hexOf(next));
  };
  return (
    <AriaColorPicker value={value.toFormat('hsb')} onChange={change}>
      <div className={styles.picker}>
        <ColorArea
          aria-label={t('{name}: saturation and brightness', { name: label })}
          colorSpace="hsb"
          xChannel="saturation"
          yChannel="brightness"
          className={styles.area ?? ''}
        >
          <ColorThumb className={styles.thumb ?? ''} />
        </ColorArea>
        <ColorSlider aria-label={t('{name}: hue', { name: label })} colorSpace="hsb" channel="hue">
          <SliderTrack className={styles.track ?? ''}>
            <ColorThumb className={styles.thumb ?? ''} />
          </SliderTrack>
        </ColorSlider>
        <ColorField className={styles.field ?? ''}>
          <Label className={styles.label ?? ''}>{t('Colour')}</Label>
          <Input className={styles.input ?? ''} spellCheck={false} />
        </ColorField>
      </div>
    </AriaColorPicker>
  );
}

const hexOf = (colour: Color) => colour.toString('hex').toLowerCase();
