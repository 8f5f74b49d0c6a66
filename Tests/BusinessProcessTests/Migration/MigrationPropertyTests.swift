import BusinessProcess
import Testing

@Suite("Whatever is edited while cases run")
struct MigrationPropertyTests {
    /// What came of it, to know that the test says something.
    private struct Tally {
        var allowed = 0
        var refused = 0
    }

    private func run(_ seeds: Range<Int>) throws -> Tally {
        var tally = Tally()
        for seed in seeds {
            let sketch = RandomProcess(seed: seed).sketch
            let old = try sketch.definition()
            for edits in 1...4 {
                guard let new = RandomEdit(sketch, edits: edits, seed: seed * 5 + edits).definition else {
                    continue
                }
                for run in 0..<3 {
                    var people = try RandomPeople(old, seed: seed * 31 + run)
                    for _ in 0..<(run * 8) { try people.act() }
                    guard !people.instance.isEnded else { continue }
                    guard try people.change(to: new) else {
                        tally.refused += 1
                        continue
                    }
                    tally.allowed += 1
                    for _ in 0..<12 { try people.act() }
                    try people.finish()
                }
            }
        }
        return tally
    }

    @Test(
        "a case that may go on by a new sound version comes to its end, whatever people do", arguments: 0..<8
    )
    func sound(_ part: Int) throws {
        let tally = try run(part * 10..<part * 10 + 10)
        #expect(tally.allowed > tally.refused && tally.refused > 0, "\(tally)")
    }
}
