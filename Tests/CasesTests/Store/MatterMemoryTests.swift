import Codes
import Testing

@testable import Cases

@Suite("The matters a node remembers")
struct MatterMemoryTests {
    @Test(
        "are the latest ones, by their numbers and their tasks, and one that was changed elsewhere is forgotten"
    )
    func latest() async throws {
        let stage = try await Stage()
        var matters: [KnownMatter] = []
        for _ in 1...4 {
            let number = try await stage.file(.drainage).root.number.text
            let root = try #require(stage.cases.memory.root(of: .number(number)))
            matters.append(try #require(stage.cases.memory.matter(root)))
        }
        let memory = MatterMemory(limit: 1)
        for matter in matters { memory.keep(matter, Samples.calendar) }
        let last = matters[3]
        #expect(matters.map { memory.matter($0.root) != nil } == [false, false, true, true])
        for name in last.names { #expect(memory.root(of: name) == last.root) }
        #expect(last.names.count > 1)
        memory.forget(last.root)
        #expect(memory.matter(last.root) == nil)
    }
}
