//! Rectangles on the screen. All lengths are pixels, y downwards.

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The x of its left edge.
    pub left: f64,
    /// The y of its upper edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Rect {
    /// The whole plane: for labels that may stand anywhere.
    pub const PLANE: Self = Self { left: -1e12, top: -1e12, width: 2e12, height: 2e12 };

    /// Do the two have an area in common?
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }

    /// Does the point lie within it, or on its edge?
    #[must_use]
    pub fn contains_point(&self, x: f64, y: f64) -> bool {
        (self.left..=self.left + self.width).contains(&x)
            && (self.top..=self.top + self.height).contains(&y)
    }

    /// The same rectangle, extended by a number of pixels on every side.
    #[must_use]
    pub fn padded(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }

    /// Does the other lie wholly within this one?
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.left <= other.left
            && other.left + other.width <= self.left + self.width
            && self.top <= other.top
            && other.top + other.height <= self.top + self.height
    }

    /// The largest part of this rectangle that `other` leaves free: the strip on one
    /// of its four sides.
    #[must_use]
    pub fn largest_beside(&self, other: &Self) -> Self {
        if !self.overlaps(other) {
            return *self;
        }
        let (right, bottom) = (self.left + self.width, self.top + self.height);
        let (other_right, other_bottom) = (other.left + other.width, other.top + other.height);
        let strips = [
            Self { left: other_right, width: right - other_right, ..*self },
            Self { width: other.left - self.left, ..*self },
            Self { top: other_bottom, height: bottom - other_bottom, ..*self },
            Self { height: other.top - self.top, ..*self },
        ];
        let area = |strip: &Self| strip.width.max(0.0) * strip.height.max(0.0);
        let larger = |a: Self, b: Self| if area(&b) > area(&a) { b } else { a };
        strips.into_iter().fold(strips[0], larger)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Rect = Rect { left: 0.0, top: 0.0, width: 900.0, height: 500.0 };

    #[test]
    fn beside_a_card_the_larger_strip_is_free() {
        let card = Rect { left: 16.0, top: 16.0, width: 340.0, height: 468.0 };
        let free = MAP.largest_beside(&card);
        assert_eq!(free, Rect { left: 356.0, width: 544.0, ..MAP });
        let sheet = Rect { left: 8.0, top: 250.0, width: 884.0, height: 250.0 };
        assert_eq!(MAP.largest_beside(&sheet), Rect { height: 250.0, ..MAP });
        let elsewhere = Rect { left: 0.0, top: 600.0, width: 900.0, height: 100.0 };
        assert_eq!(MAP.largest_beside(&elsewhere), MAP);
    }
}
