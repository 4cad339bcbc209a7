/** `Error`, and boxes of it, into which `?` puts whatever went wrong. */
export const ERROR = `
pub mod error {
    use super::fmt::{Debug, Display};
    use super::string::String;

    pub trait Error: Debug + Display {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            None
        }
        fn description(&self) -> &str {
            "description() is deprecated; use Display"
        }
    }
    impl Error for super::fmt::Error {}

    impl<'a, E: Error + 'a> From<E> for Box<dyn Error + 'a> {
        fn from(error: E) -> Box<dyn Error + 'a> {
            Box::new(error)
        }
    }

    /** A text that says what went wrong. */
    struct Told(String);
    impl Debug for Told {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            Debug::fmt(&self.0, f)
        }
    }
    impl Display for Told {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            Display::fmt(&self.0, f)
        }
    }
    impl Error for Told {}
    impl From<&str> for Box<dyn Error> {
        fn from(text: &str) -> Box<dyn Error> {
            Box::new(Told(String::from(text)))
        }
    }
    impl From<String> for Box<dyn Error> {
        fn from(text: String) -> Box<dyn Error> {
            Box::new(Told(text))
        }
    }
}
`
