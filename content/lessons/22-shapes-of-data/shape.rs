enum Shape {
    Dot,
    Circle(u32),
    Box(u16, u16),
}

fn width(shape: &Shape) -> u32 {
    match shape {
        Shape::Dot => 0,
        Shape::Circle(diameter) => *diameter,
        Shape::Box(width, _) => *width as u32,
    }
}

fn main() {
    let dot = Shape::Dot;
    let diameter = 10;
    let circle = Shape::Circle(diameter);
    let rectangle = Shape::Box(3, 4);
    let wide = width(&circle);
}
