import Refusals
import Web

extension Part {
    /// The text of a file that was drawn elsewhere and is handed in.
    ///
    /// - Throws: `invalid` at `file` when it is larger, or not UTF-8: some tools write GBK or UTF-16.
    func file(limitBytes: Int) async throws -> String {
        do { return try await text(limitBytes: limitBytes) } catch DomainError.tooLarge {
            throw DomainError.invalid([Self.tooLarge(limitBytes)])
        } catch DomainError.malformed {
            throw DomainError.invalid("file", "文件不是 UTF-8 编码，请在绘图工具里另存为 UTF-8 编码后重新上传。")
        }
    }

    static func tooLarge(_ limitBytes: Int) -> FieldError {
        FieldError("file", "文件超过 \(limitBytes >> 20) MB，不能上传。")
    }
}
