import Refusals
import Storage
import Testing
import WorkingTime

@Suite("A cursor")
struct CursorTests {
    @Test(
        "that was cut, changed or made up is refused in words",
        arguments: ["", "x", "页", "AAAA", "AAAAAAAAAAAAAAAA", "%%%%"])
    func madeUp(text: String) {
        #expect(throws: DomainError.malformed("翻页链接不完整或已失效，请回到第一页重新查看。")) { try Cursor(text) }
    }

    @Test("is refused when any one of its characters was changed")
    func tampered() {
        let text = Array(Cursor(key: "陈静", id: 42).text)
        for place in text.indices.dropLast() {
            var changed = text
            changed[place] = changed[place] == "A" ? "B" : "A"
            #expect(throws: DomainError.self) { try Cursor(String(changed)) }
        }
    }

    @Test("of a list by name is refused by a list by number")
    func otherList() throws {
        #expect(throws: DomainError.self) { try Cursor(Cursor(key: "陈静", id: 1).text).numericKey }
    }

    @Test("comes back as it was", arguments: ["陈静", "", "a b  c", "1763692800000"])
    func roundTrip(key: String) throws {
        let cursor = Cursor(key: key, id: .max)
        #expect(try Cursor(cursor.text) == cursor)
        #expect(
            cursor.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    }

    @Test(
        "is on a page only when there is a next one",
        arguments: [(2, nil), (3, nil), (4, 3)] as [(Int, Int64?)])
    func slices(fetched: Int, last: Int64?) throws {
        let slice = Slice(fetched: Array(1...fetched), size: 3) {
            Cursor(key: Instant(milliseconds: 0), id: Int64($0))
        }
        #expect(slice.items.count == min(fetched, 3))
        #expect(try slice.next.map { try Cursor($0).id } == last)
        #expect(slice.map(String.init).next == slice.next)
    }
}
