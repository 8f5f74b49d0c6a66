import NIOCore
import Synchronization
import Typesetting

/// The materials of the sample district: one sheet each that says what it is, printed once.
final class SamplePapers: Sendable {
    private let printed = Mutex<[String: ByteBuffer]>([:])

    func paper(_ name: String, of service: String) throws -> ByteBuffer {
        let title = "\(service)：\(name)"
        if let known = printed.withLock({ $0[title] }) { return known }
        let words = TextBlock(
            "\(title)\n这是一份演示材料，没有实际内容。", at: Point(x: 25, y: 40), width: 160,
            style: TextStyle(.song, sizePoints: 14))
        let sheet = Sheet(title: name, author: "演示数据", marks: [.text(words)])
        let paper = ByteBuffer(bytes: try sheet.pdf(createdMilliseconds: 0))
        printed.withLock { $0[title] = paper }
        return paper
    }
}
