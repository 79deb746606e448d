//! Lists over HTTP: a JSON array, newest first, and a `Link` to the next page (RFC 8288).

use axum::Json;
use axum::http::header::LINK;
use axum::http::{HeaderValue, Uri};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use super::ApiError;
use crate::store::{Page, PageRequest};

const DEFAULT_LIMIT: usize = 100;
const MAX_LIMIT: usize = 1000;

/// Which part of a list is wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// At most so many items.
    #[param(minimum = 1, maximum = 1000, default = 100)]
    pub limit: Option<usize>,
    /// Where to go on; taken from the `Link` header of the page before.
    pub cursor: Option<String>,
}

impl PageQuery {
    /// Checks the limit and reads the cursor.
    ///
    /// # Errors
    /// 422 if one of them is not acceptable.
    pub fn checked(&self) -> Result<PageRequest, ApiError> {
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=MAX_LIMIT).contains(&limit) {
            return Err(ApiError::invalid(
                "limit",
                format!("limit is {limit}, expected 1 to {MAX_LIMIT}"),
            ));
        }
        let after = match &self.cursor {
            None => None,
            Some(cursor) => Some(decode(cursor).ok_or_else(|| {
                ApiError::invalid("cursor", "the cursor is not one that this list gave out")
            })?),
        };
        Ok(PageRequest { limit, after })
    }
}

/// A page as a response.
#[derive(Debug)]
pub struct Listed<T> {
    items: Vec<T>,
    link: Option<String>,
}

impl<T> Listed<T> {
    /// The page of a list asked for at `uri`.
    pub fn new<Stored>(page: Page<Stored>, uri: &Uri, view: impl FnMut(Stored) -> T) -> Self {
        let link = page.next.map(|key| {
            let query = uri.query().unwrap_or_default();
            let mut next = form_urlencoded::Serializer::new(String::new());
            for (name, value) in form_urlencoded::parse(query.as_bytes()) {
                if name != "cursor" {
                    next.append_pair(&name, &value);
                }
            }
            next.append_pair("cursor", &encode(&key));
            format!("<{}?{}>; rel=\"next\"", uri.path(), next.finish())
        });
        Self {
            items: page.items.into_iter().map(view).collect(),
            link,
        }
    }
}

impl<T: Serialize> IntoResponse for Listed<T> {
    fn into_response(self) -> Response {
        let mut response = Json(self.items).into_response();
        if let Some(link) = self.link.and_then(|link| HeaderValue::try_from(link).ok()) {
            response.headers_mut().insert(LINK, link);
        }
        response
    }
}

fn encode(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(key)
}

fn decode(cursor: &str) -> Option<String> {
    let key = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    uuid::Uuid::try_parse(&key).ok().map(|id| id.to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PageQuery, decode, encode};

    proptest! {
        #[test]
        fn a_cursor_leads_back_to_its_key(id: u128) {
            let key = uuid::Uuid::from_u128(id).to_string();
            prop_assert_eq!(decode(&encode(&key)), Some(key));
        }

        #[test]
        fn no_text_breaks_the_reader(cursor in "\\PC{0,60}") {
            let _ = PageQuery { limit: None, cursor: Some(cursor) }.checked();
        }
    }

    #[test]
    fn limits_are_held() {
        for (limit, good) in [(0, false), (1, true), (1000, true), (1001, false)] {
            assert_eq!(
                PageQuery {
                    limit: Some(limit),
                    cursor: None
                }
                .checked()
                .is_ok(),
                good
            );
        }
    }
}
