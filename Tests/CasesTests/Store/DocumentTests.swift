import Codes
import Identity
import Journal
import Testing

@testable import Cases

@Suite("Issued documents")
struct DocumentTests {
    @Test("are found by the code printed on them, and by no other")
    func verification() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.food).root.number.text
        let licence = try #require(try await stage.goOn(number).root.documents.last { $0.kind == .licence })
        #expect(try await stage.cases.document(verificationCode: licence.verificationCode) == licence)
        for code in ["", "%", String(licence.verificationCode.dropLast())] {
            let refused = await refusal { try await stage.cases.document(verificationCode: code) }
            #expect(refused == .notFound("没有找到这份文件，请核对验证码。"))
        }
    }

    @Test("have codes that nobody guesses: sixteen signs that are not mistaken for one another")
    func codes() {
        let codes = (0..<200).map { _ in VerificationCode.new() }
        #expect(Set(codes).count == 200)
        #expect(codes.allSatisfy { $0.count == 16 && !$0.contains(where: "01IO".contains) })
    }
}
