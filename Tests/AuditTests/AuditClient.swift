import HummingbirdTesting
import NIOCore

extension TestResponse {
    var text: String { String(buffer: body) }
}
