//! The OpenAPI document of all functions together.

use utoipa::openapi::OpenApi;

use crate::answers::require_all_fields;

/// Every path of every function.
pub fn openapi() -> OpenApi {
    let mut document = stint_platform::http::openapi_frame();
    document.info.version = env!("CARGO_PKG_VERSION").to_owned();
    for part in [
        auth::routes().split_for_parts().1,
        upload::routes().split_for_parts().1,
        listing::routes().split_for_parts().1,
        jobs::routes().split_for_parts().1,
        metrics::routes().split_for_parts().1,
        predict::routes().split_for_parts().1,
    ] {
        document.merge(part);
    }
    require_all_fields(&mut document);
    document
}
