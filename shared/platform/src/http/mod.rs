//! The edge: everything between an HTTP request and a handler, the same for every function.

mod access_token;
mod code;
mod device_cookie;
mod edge;
mod error;
mod etag;
mod extract;
mod idempotent;
mod keys;
mod openapi;
mod page;
mod request_log;
mod same_origin;
mod session_cookie;
pub mod views;

pub use access_token::AccessToken;
pub use code::ErrorCode;
pub use edge::{Edge, EdgeConfig, Identity};
pub use error::{ApiError, FieldError, Problem, Problems};
pub use extract::{ApiJson, ApiPath, ApiQuery, CurrentUser, WritingUser};
pub use keys::SessionKeys;
pub use openapi::openapi_frame;
pub use page::{Listed, PageQuery};
pub use request_log::{ClientAddress, RequestId};
pub use session_cookie::Verified;

/// JSON bodies are small; only the multipart upload raises this, for itself.
pub const MAX_JSON_BYTES: usize = 64 * 1024;
