import CPango
import Foundation
import Synchronization

/// The one place where sheets become bytes.
enum Press {
    /// One thread sets type at a time; a page takes about 12 ms.
    static let compositor = Mutex(Compositor())
}

extension Sheet {
    /// The sheet as PDF, fonts embedded as subsets. The same sheet with the same creation time on a machine
    /// with the same fonts gives the same bytes. Safe to call from any thread; blocks for some 12 ms a page.
    ///
    /// - Parameter createdMilliseconds: the creation time in the document's properties, in milliseconds
    ///   since 1970 UTC.
    /// - Throws: ``TypesettingError/drawing(_:)`` when Cairo cannot go on.
    public func pdf(createdMilliseconds: Int64) throws(TypesettingError) -> [UInt8] {
        try Press.compositor.withLock { (compositor) throws(TypesettingError) in
            let canvas = Canvas(paper: orientation, compositor: compositor)
            canvas.describe(
                title: printable(title), author: printable(author), created: isoTime(createdMilliseconds))
            for mark in marks { canvas.draw(mark) }
            return try canvas.finish()
        }
    }

    private func isoTime(_ milliseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(milliseconds / 1000)).formatted(.iso8601)
    }
}
