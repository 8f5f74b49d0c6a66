import Foundation
import Testing
import XMLTree

@Suite("Reading and writing again")
struct RoundTripTests {
    private let document = """
        <?xml version="1.0"?>
        <a xmlns="urn:a" xmlns:m="urn:m" m:x="1 &lt; 2" name="名" id="i" y="one&#10;two">
          <m:b/>x &amp; y<![CDATA[x < y]]><!-- why --><?tool now?>
        </a>
        """

    @Test("Nothing is lost between reading, writing and reading again")
    func lossless() throws {
        let once = try XMLTree.parse(Data(document.utf8))
        let written = once.serialized()
        let twice = try XMLTree.parse(Data(written.utf8))
        #expect(twice == once)
        #expect(twice.serialized() == written)
        #expect(once["y"] == "one\ntwo")
        #expect(once["x", in: "urn:m"] == "1 < 2")
        #expect(once.attributes.map(\.name) == ["xmlns", "xmlns:m", "id", "name", "m:x", "y"])
        #expect(once.text == "x & yx < y")
        #expect(once.children.contains(.comment(" why ")))
        #expect(once.children.contains(.instruction(target: "tool", data: "now")))
    }

    @Test(
        "A prefix stands for what its nearest declaration says; attributes without prefix have no namespace")
    func namespaces() throws {
        let text = "<p:a xmlns:p='urn:1'><p:b xmlns:p='urn:2' c='d'/><p:e/></p:a>"
        let root = try XMLTree.parse(Data(text.utf8))
        #expect(root.namespace == "urn:1")
        #expect(root.elements.map(\.namespace) == ["urn:2", "urn:1"])
        #expect(root.first("b")?.attributes.last?.namespace == nil)
        #expect(root.selfAndDescendants.map(\.name) == ["p:a", "p:b", "p:e"])
    }

    @Test("Every element knows its line")
    func lines() throws {
        let root = try XMLTree.parse(Data("<a>\n<b/>\n\n<c/></a>".utf8))
        #expect(root.elements.map(\.line) == [2, 4])
    }
}
