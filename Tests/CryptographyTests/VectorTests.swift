import Testing

@testable import Cryptography

@Suite("the examples of the standards")
struct VectorTests {
    @Test(
        "every example holds",
        arguments: StandardVectors.sm3() + StandardVectors.sm4() + StandardVectors.sm2())
    func holds(_ finding: StandardVectors.Finding) {
        #expect(finding.holds, "\(finding.name)")
    }
}
