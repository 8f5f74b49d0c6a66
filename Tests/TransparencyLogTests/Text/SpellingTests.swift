import Testing

@testable import TransparencyLog

@Suite("One spelling for everything")
struct SpellingTests {
    /// Writes again what it reads; nil when it refuses.
    typealias Reading = @Sendable (String) -> String?

    static let readings: [(String, Reading)] = [
        (PublicLogTests.note, { try? SignedNote($0).description }),
        (CheckpointTests.text, { try? Checkpoint($0).text }),
        (NoteKeyTests.neumann, { try? NoteKey($0).description }),
        (NoteKeyTests.secret, { try? Ed25519Signer(secret: $0).secret }),
        ("tile/5/x001/x234/067.p/8", { TilePath($0)?.description }),
        (
            "c2sp.org/tlog-proof@v1\nextra ZW50cnkgMA==\nindex 0\n\(NodeHash.emptyTree)\n\n"
                + PublicLogTests.note,
            { try? ProofFile($0).description }
        ),
        (
            "old 7\n\(NodeHash.emptyTree)\n\n" + PublicLogTests.note,
            { try? CheckpointSubmission($0).description }
        ),
    ]

    @Test("whatever is read is written as it was, and all else is refused", arguments: readings.indices)
    func oneSpelling(_ index: Int) {
        let (text, reading) = Self.readings[index]
        #expect(reading(text) == text)
        var numbers = SeededNumbers(seed: UInt64(index) + 1)
        var refused = 0
        for _ in 0..<500 {
            let mistaken = mistaken(text, with: &numbers)
            guard let written = reading(mistaken) else {
                refused += 1
                continue
            }
            #expect(written.utf8.elementsEqual(mistaken.utf8))
        }
        #expect(refused > 0)
    }

    /// The text with one or two mistakes: something left out, put in, doubled or changed.
    private func mistaken(_ text: String, with numbers: inout SeededNumbers) -> String {
        let others = Array("\n \r\t0+/=A—x.é\u{0}\u{3000}\u{301}1z".unicodeScalars)
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...2, using: &numbers) {
            let place = Int.random(in: 0..<scalars.count, using: &numbers)
            let other = others[Int.random(in: others.indices, using: &numbers)]
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0: scalars.remove(at: place)
            case 1: scalars.insert(other, at: place)
            case 2: scalars[place] = other
            case 3: scalars.insert(scalars[place], at: place)
            default: scalars.removeSubrange(place..<min(place + 45, scalars.count - 1))
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}

/// Numbers that are the same in every run (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
