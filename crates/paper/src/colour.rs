//! Colours that can be read.

use crate::Fault;

/// Smallest contrast for text against white, WCAG 2.2 success criterion 1.4.3.
const READABLE: f64 = 4.5;

/// The house colour, darkened until white text on it, and it on white, can be read.
///
/// # Errors
/// [`Fault::Colour`] when the text is not `#rrggbb`.
pub(crate) fn readable(colour: &str) -> Result<String, Fault> {
    let mut rgb = parse(colour).ok_or_else(|| Fault::Colour(colour.to_owned()))?;
    while contrast_with_white(rgb) < READABLE {
        rgb = rgb.map(|part| (f64::from(part) * 0.95) as u8);
    }
    Ok(format!("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]))
}

fn parse(colour: &str) -> Option<[u8; 3]> {
    let hex = colour.strip_prefix('#')?;
    if hex.len() != 6 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// Contrast against white by the WCAG 2.2 formula, from 1 to 21.
fn contrast_with_white(rgb: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    let light = 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    1.05 / (light + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{AXIS, MISSING, PALETTE, TEXT};

    #[test]
    fn a_pale_house_colour_is_darkened_and_a_dark_one_kept() {
        assert_eq!(readable("#14507a").as_deref(), Ok("#14507a"));
        let pale = readable("#ffee00").expect("a colour");
        assert!(contrast_with_white(parse(&pale).expect("a colour")) >= READABLE);
        assert!(readable("#ffffff").is_ok());
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in ["", "#fff", "red", "#12345g", "#é1234", "14507a#"] {
            assert_eq!(readable(text), Err(Fault::Colour(text.to_owned())));
        }
    }

    #[test]
    fn every_chart_colour_carries_white_text() {
        for colour in PALETTE.iter().chain([&AXIS, &MISSING, &TEXT]) {
            let rgb = parse(colour).expect("a colour");
            assert!(contrast_with_white(rgb) >= READABLE, "{colour}");
        }
    }
}
