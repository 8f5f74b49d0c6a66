/// A colour in sRGB, each part from 0 to 1.
public struct Colour: Sendable, Hashable {
    let red: Double
    let green: Double
    let blue: Double
    let opacity: Double

    /// A colour written as people write it: `Colour(0x0b4f9e)`.
    public init(_ hex: UInt32, opacity: Double = 1) {
        red = Double((hex >> 16) & 0xff) / 255
        green = Double((hex >> 8) & 0xff) / 255
        blue = Double(hex & 0xff) / 255
        self.opacity = opacity
    }

    /// The ink of all text.
    public static let ink = Colour(0x14_1414)
    /// Notes that stand back behind the text.
    public static let grey = Colour(0x6b_6b6b)
    /// The red of seals.
    public static let seal = Colour(0xe0_2a24)
}
