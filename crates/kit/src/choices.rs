//! A closed list of values, each written once: its name, the code that is stored and sent, the message that names it.

/// An enumeration whose values are known by a code in rows, forms and files, and by a message on pages.
///
/// ```
/// kit::choices! {
///     /// How far a text is.
///     pub enum Stage {
///         Draft = "draft", "stage-draft";
///         /// Nothing is missing.
///         Ready = "ready", "stage-ready";
///     }
/// }
/// assert_eq!(Stage::parse("ready"), Some(Stage::Ready));
/// assert_eq!(Stage::Draft.word(), "stage-draft");
/// assert_eq!(Stage::ALL.map(Stage::code), ["draft", "ready"]);
/// ```
///
/// The messages are left out where a list is never shown. Values are ordered as they are written here.
#[macro_export]
macro_rules! choices {
    (
        $(#[$about:meta])* $vis:vis enum $name:ident {
            $($(#[$note:meta])* $value:ident = $code:literal, $word:literal;)+
        }
    ) => {
        $crate::choices! {
            $(#[$about])* $vis enum $name { $($(#[$note])* $value = $code;)+ }
        }

        #[allow(dead_code)]
        impl $name {
            /// The message with its name.
            pub fn word(self) -> &'static str {
                match self { $($name::$value => $word,)+ }
            }
        }
    };
    (
        $(#[$about:meta])* $vis:vis enum $name:ident {
            $($(#[$note:meta])* $value:ident = $code:literal;)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$note])* $value,)+ }

        // Not every list is read from a form or shown whole.
        #[allow(dead_code)]
        impl $name {
            /// All of them, in order.
            pub const ALL: [$name; [$($code),+].len()] = [$($name::$value),+];

            /// The form that is stored and sent by forms.
            pub fn code(self) -> &'static str {
                match self { $($name::$value => $code,)+ }
            }

            /// `None` where no value has this code.
            pub fn parse(code: &str) -> Option<$name> {
                $name::ALL.into_iter().find(|one| one.code() == code)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> Result<$name, D::Error> {
                let code = <String as $crate::serde::Deserialize>::deserialize(from)?;
                $name::parse(&code).ok_or_else(|| {
                    $crate::serde::de::Error::unknown_variant(&code, &[$($code),+])
                })
            }
        }
    };
}

#[cfg(test)]
mod tests {
    crate::choices! {
        enum Stage {
            Draft = "draft", "stage-draft";
            NotReady = "not-ready", "stage-not-ready";
        }
    }

    #[test]
    fn a_value_is_known_by_its_code_everywhere() {
        for (one, code) in Stage::ALL.into_iter().zip(["draft", "not-ready"]) {
            assert_eq!((one.code(), Stage::parse(code)), (code, Some(one)));
            let json = serde_json::to_string(&one).expect("json");
            assert_eq!(json, format!("\"{code}\""));
            assert_eq!(serde_json::from_str::<Stage>(&json).expect("read"), one);
        }
        assert_eq!(Stage::NotReady.word(), "stage-not-ready");
        assert!(Stage::Draft < Stage::NotReady);
        for wrong in ["", "Draft", "ready"] {
            assert_eq!(Stage::parse(wrong), None);
            let said = serde_json::from_str::<Stage>(&format!("\"{wrong}\"")).expect_err("none");
            assert!(said.to_string().contains("expected `draft` or `not-ready`"));
        }
    }
}
