import Storage
import Testing

@Suite("What a row was read as")
struct RecalledTests {
    private struct Unreadable: Error {}

    @Test("does not count once another text stands in the row")
    func changed() {
        let recalled = Recalled<Int>(limit: 4)
        recalled.keep(1, of: 7, ["一"])
        #expect(recalled.value(of: 7, ["二"]) { 2 } == 2)
        #expect(recalled.value(of: 8, ["二"]) { 3 } == 3)
        #expect(throws: Unreadable.self) { try recalled.value(of: 7, ["一", "二"]) { throw Unreadable() } }
    }

    @Test("is not read again while the texts are the same")
    func known() throws {
        let recalled = Recalled<Int>(limit: 4)
        #expect(recalled.value(of: 7, ["一", "x"]) { 1 } == 1)
        #expect(try recalled.value(of: 7, ["一", "x"]) { throw Unreadable() } == 1)
    }

    @Test("is forgotten when many others have come, and not before")
    func forgotten() throws {
        let recalled = Recalled<Int>(limit: 3)
        for id in Int64(1)...7 { recalled.keep(Int(id), of: id, ["x"]) }
        #expect(try recalled.value(of: 4, ["x"]) { throw Unreadable() } == 4)
        #expect(throws: Unreadable.self) { try recalled.value(of: 3, ["x"]) { throw Unreadable() } }
    }
}
