import Services
import Testing
import Web

@Suite("题目的种类")
struct FieldKindTests {
    // Services knows nothing of pages, so the kinds stand in both; they must not drift apart.
    @Test("事项里的每一种题目，页面都会画", arguments: FieldKind.allCases)
    func isDrawn(_ kind: FieldKind) {
        #expect(Field.Kind(rawValue: kind.rawValue) != nil)
    }
}
