//! A picture of dark and empty fields (ISO/IEC 18004), drawn as one path, so that it is sharp at every size.

use serde::{Deserialize, Serialize};

/// A square of fields with what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Squares {
    /// Fields in a row, and rows. The empty rim that a camera needs is part of it.
    pub width: usize,
    /// Whether each field is dark, row by row; what is missing is empty.
    pub dark: Vec<bool>,
    /// Side of the whole picture in millimetres.
    pub millimetres: f64,
    /// What the picture says, for those who cannot see it. Must not be empty (PDF/UA-1, 7.3).
    pub alt: String,
}

impl Squares {
    /// The picture as SVG, one unit per field. `None` when there is no field.
    pub fn svg(&self) -> Option<String> {
        let side = self.width;
        if side == 0 {
            return None;
        }
        let mut path = String::new();
        let dark = self.dark.iter().take(side * side).enumerate();
        for (at, _) in dark.filter(|(_, dark)| **dark) {
            path.push_str(&format!("M{} {}h1v1h-1z", at % side, at / side));
        }
        Some(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
             <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
        ))
    }

    /// Its height in points, within what a page has room for.
    pub(crate) fn points(&self, most: f64) -> f64 {
        let points = self.millimetres * 72.0 / 25.4;
        if points.is_finite() {
            points.clamp(20.0, most)
        } else {
            most
        }
    }
}
