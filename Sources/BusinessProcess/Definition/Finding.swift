/// Something that keeps a file from being published as a process, or that its author should look at.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// The line of the file, counted from 1.
    public let line: Int
    /// The element: its kind and, where it has one, its id.
    public let element: String
    /// What is wrong, in Chinese.
    public let message: String
    /// Whether it only has to be looked at; otherwise the file cannot be published.
    public var isWarning = false
    /// The id of the element, so that the drawing can show it.
    public var elementID: String?

    /// `line: element: what is wrong`, as `minben process check` prints it.
    public var description: String { "\(line): \(element): \(message)" }
}
