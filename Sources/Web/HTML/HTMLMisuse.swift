extension HTML {
    /// What happens when a literal puts a value where no escaping can make it safe.
    ///
    /// Debug builds trap, so that the mistake is found by the first test that renders the page; release
    /// builds leave the value out. A test that expects the mistake replaces the hook:
    ///
    ///     HTML.$onMisuse.withValue({ found.append($0) }) { … }
    @TaskLocal public static var onMisuse: @Sendable (String) -> Void = { problem in
        assertionFailure("HTML: \(problem)")
    }

    static func report(_ problem: String) { onMisuse(problem) }
}
