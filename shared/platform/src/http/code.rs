//! The closed list of error codes. The page switches on these, never on text.

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

macro_rules! codes {
    ($($(#[$doc:meta])+ $name:ident = $code:literal, $status:ident, $title:literal;)+) => {
        /// What went wrong, for programs. The list is closed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum ErrorCode {
            $($(#[$doc])+ $name,)+
        }

        impl ErrorCode {
            /// The code as it is sent.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The HTTP status it goes with.
            pub const fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status,)+ }
            }

            /// One line for people.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }
        }

        #[cfg(test)]
        const ALL: &[ErrorCode] = &[$(ErrorCode::$name,)+];
    };
}

codes! {
    /// 400: the body is not JSON, or the request cannot be read.
    MalformedRequest = "malformed-request", BAD_REQUEST, "The request cannot be read";
    /// 401: no session, or one that has ended.
    NotSignedIn = "not-signed-in", UNAUTHORIZED, "You are not signed in";
    /// 401: e-mail and password do not fit.
    InvalidCredentials = "invalid-credentials", UNAUTHORIZED, "E-mail or password is wrong";
    /// 403: an unsafe request that does not prove that it comes from the page.
    CrossSite = "cross-site", FORBIDDEN, "The request does not come from this site";
    /// 403: the token may not do this.
    InsufficientScope = "insufficient-scope", FORBIDDEN, "The token does not permit this";
    /// 403: a limit of the account is reached.
    QuotaExceeded = "quota-exceeded", FORBIDDEN, "A limit of your account is reached";
    /// 404: there is no such thing, or it is somebody else's.
    NotFound = "not-found", NOT_FOUND, "There is no such thing";
    /// 405: the path exists, the method does not.
    MethodNotAllowed = "method-not-allowed", METHOD_NOT_ALLOWED, "This method is not offered here";
    /// 409: the e-mail has an account.
    EmailTaken = "email-taken", CONFLICT, "This e-mail has an account already";
    /// 409: the object has not been uploaded yet.
    UploadMissing = "upload-missing", CONFLICT, "The file has not arrived";
    /// 409: the upload's time is over.
    UploadExpired = "upload-expired", CONFLICT, "The upload has expired";
    /// 409: the dataset cannot be worked on (yet).
    DatasetNotReady = "dataset-not-ready", CONFLICT, "The dataset is not ready";
    /// 409: the job is over.
    JobFinished = "job-finished", CONFLICT, "The job is over";
    /// 409: the same request is being worked on.
    RequestInProgress = "request-in-progress", CONFLICT, "The same request is in progress";
    /// 413: the body or the announced file is too large.
    TooLarge = "too-large", PAYLOAD_TOO_LARGE, "Too large";
    /// 415: the body has the wrong media type.
    UnsupportedMediaType = "unsupported-media-type", UNSUPPORTED_MEDIA_TYPE, "Wrong media type";
    /// 422: a value breaks a rule; `errors` says which.
    InvalidInput = "invalid-input", UNPROCESSABLE_ENTITY, "A value is not acceptable";
    /// 422: the password is too short, too long or too common.
    WeakPassword = "weak-password", UNPROCESSABLE_ENTITY, "The password is too weak";
    /// 422: the file breaks a rule for CSV.
    InvalidCsv = "invalid-csv", UNPROCESSABLE_ENTITY, "The file is not a usable CSV";
    /// 422: the object is not the one that was announced.
    UploadMismatch = "upload-mismatch", UNPROCESSABLE_ENTITY, "The file is not the one announced";
    /// 422: the key was used for another request.
    IdempotencyKeyReused = "idempotency-key-reused", UNPROCESSABLE_ENTITY, "The Idempotency-Key was used for another request";
    /// 429: too many attempts.
    Throttled = "throttled", TOO_MANY_REQUESTS, "Too many attempts";
    /// 500: our fault.
    Internal = "internal", INTERNAL_SERVER_ERROR, "Something went wrong on our side";
    /// 503: a service behind this one does not answer.
    Unavailable = "unavailable", SERVICE_UNAVAILABLE, "A service does not answer";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn a_code_is_sent_as_it_is_documented() {
        for code in ALL {
            let json = serde_json::to_value(code).expect("an enum without fields");
            assert_eq!(json, code.as_str());
        }
    }
}
