import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Refusals

/// What the door has already read of a body, so that no handler can forget to check the form token.
enum PreparedBody: Sendable {
    case untouched
    case form(FormData)
    case multipart(MultipartReader)
}

extension WebRequest {
    /// The most a form, a plain field or a JSON document may hold, in bytes.
    public static let bodyLimitBytes = 1 << 20

    /// The media type of the body, in lower case and without parameters.
    var mediaType: String {
        let value = head.headerFields[.contentType] ?? ""
        return value.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
    }

    /// The submitted form (`application/x-www-form-urlencoded`, at most 1 MB). On pages its token has been
    /// checked at the door. Throws `DomainError.malformed`, `.tooLarge`.
    public func form() async throws -> FormData {
        if case .form(let form) = prepared { return form }
        guard mediaType == "application/x-www-form-urlencoded" || mediaType.isEmpty else {
            throw DomainError.malformed("这里要提交网页表单，收到的却是另一种内容。")
        }
        let text = try PercentCoding.validText(try await collected().readableBytesView)
        return FormData(try PercentCoding.pairs(text))
    }

    /// The JSON document in the body, at most 1 MB. Throws `DomainError.malformed` when it is not JSON,
    /// `.invalid` with the path of the member that does not fit, `.tooLarge`.
    public func json<T: Decodable>(_ type: T.Type) async throws -> T {
        guard mediaType == "application/json" || mediaType.hasSuffix("+json") else {
            throw DomainError.malformed("请以 application/json 提交内容。")
        }
        let text = try PercentCoding.validText(try await collected().readableBytesView)
        guard !text.contains("\\u0000") else { throw DomainError.malformed("内容里不能有空字符（U+0000）。") }
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch let error as DecodingError {
            throw DomainError(error)
        }
    }

    /// The parts of a `multipart/form-data` body as they arrive, at most `limitBytes` in all. On pages the
    /// token, which must be the first part, has been read and checked at the door.
    public func multipart(limitBytes: Int) async throws -> MultipartReader {
        if case .multipart(let reader) = prepared {
            await reader.limit(toBytes: limitBytes)
            return reader
        }
        return try MultipartReader(
            contentType: head.headerFields[.contentType] ?? "", body: body, limitBytes: limitBytes)
    }

    /// The body as it arrives, whatever it is, at most `limitBytes` in all.
    public func stream(limitBytes: Int) -> BodyStream { BodyStream(body: body, limitBytes: limitBytes) }

    private func collected() async throws -> ByteBuffer {
        do {
            return try await body.collect(upTo: WebRequest.bodyLimitBytes)
        } catch is NIOTooManyBytesError {
            throw DomainError.tooLarge("提交的内容超过 1 MB，请减少后重试。")
        } catch {
            throw DomainError.brokenOff(error)
        }
    }
}

extension DomainError {
    /// What is wrong with a JSON document, at the member that does not fit.
    init(_ error: DecodingError) {
        let (path, sentence): ([any CodingKey], Sentence) =
            switch error {
            case .keyNotFound(let key, let context): (context.codingPath + [key], "缺少这一项。")
            case .valueNotFound(_, let context): (context.codingPath, "这一项不能为空。")
            case .typeMismatch(_, let context): (context.codingPath, "这一项的类型不对。")
            case .dataCorrupted(let context): (context.codingPath, "这一项的内容不对。")
            @unknown default: ([], "内容不对。")
            }
        let field = path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        self = field.isEmpty ? .malformed("提交的不是有效的 JSON 文档。") : .invalid(field, sentence)
    }
}
