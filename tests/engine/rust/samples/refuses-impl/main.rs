struct P;

impl P {
    fn a(&self) {}
}
