enum Shape {
    Dot,
    Circle(u32),
    Box(u16, u16),
}

fn area(shape: &Shape) -> u32 {
    match shape {
        Shape::Dot => 0,
        Shape::Circle(radius) => 3 * radius * radius,
        Shape::Box(width, height) => *width as u32 * *height as u32,
    }
}

fn main() {
    let dot = Shape::Dot;
    let radius = 10;
    let circle = Shape::Circle(radius);
    let rectangle = Shape::Box(3, 4);
    let sum = area(&dot) + area(&circle) + area(&rectangle);
}
