/// Numbers that look like chance and are the same for the same seed and place, whatever was drawn before: the same step of the
/// same case takes as long before a change as after it, and only what was changed makes a difference.
struct Draw: Sendable {
    let seed: UInt64

    /// A place below a bound, for a case and one of its steps.
    func index(_ matter: Int, _ occurrence: Int, below bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        return Int(bits(matter, occurrence).multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Whether something that happens so often in a hundred happens to this case.
    func happens(percent: Int, to matter: Int) -> Bool { index(matter, -1, below: 100) < percent }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014), over the place instead of a state.
    private func bits(_ matter: Int, _ occurrence: Int) -> UInt64 {
        let place = UInt64(bitPattern: Int64(matter)) &* 128 &+ UInt64(bitPattern: Int64(occurrence + 1))
        return Self.mixed(Self.mixed(seed) &+ place &* 0x9E37_79B9_7F4A_7C15)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
