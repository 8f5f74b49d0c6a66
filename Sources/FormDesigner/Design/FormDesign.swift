import Foundation
import Refusals
import Services

/// The pages of a form while somebody arranges them.
struct FormDesign: Sendable, Hashable {
    private(set) var pages: [FormPage]

    /// As much as a person can fill in, and a page can show.
    static let mostPages = 30
    static let mostQuestions = 100

    init(_ pages: [FormPage]) { self.pages = pages }

    /// Every question.
    var fields: [FormField] { pages.flatMap(\.fields) }

    /// Adds a page at the end.
    ///
    /// - Throws: `invalid` without a title or when there are too many.
    mutating func addPage(_ title: String) throws {
        let title = try Self.checked(title, at: "title", "请写明这一页的标题。")
        guard pages.count < Self.mostPages else {
            throw DomainError.invalid("title", "一张表单最多 \(Self.mostPages) 页。")
        }
        pages.append(FormPage(id: QuestionName.make(of: title, taken: pages.map(\.id)), title: title))
    }

    /// Gives a page another title.
    ///
    /// - Throws: `notFound`, `invalid` without a title.
    mutating func rename(_ id: String, to title: String) throws {
        pages[try place(of: id)].title = try Self.checked(title, at: "title", "请写明这一页的标题。")
    }

    /// Takes out a page that asks nothing.
    ///
    /// - Throws: `notFound`, `conflict` while it has questions.
    mutating func removePage(_ id: String) throws {
        let place = try place(of: id)
        guard pages[place].fields.isEmpty else {
            throw DomainError.conflict("这一页还有 \(pages[place].fields.count) 个问题，请先移走或者删除。")
        }
        pages.remove(at: place)
    }

    /// Moves a page by one place.
    ///
    /// - Throws: `notFound`. Beyond the ends it stays where it is.
    mutating func movePage(_ id: String, _ way: Way) throws {
        let place = try place(of: id)
        guard pages.indices.contains(place + way.step) else { return }
        pages.swapAt(place, place + way.step)
    }

    /// Takes the pages of a template in the place of its own.
    mutating func take(_ template: FormTemplate) { pages = template.pages }

    /// Changes the questions of a page.
    mutating func change(_ place: Int, _ change: (inout [FormField]) -> Void) { change(&pages[place].fields) }

    /// - Throws: `notFound`.
    func place(of page: String) throws -> Int {
        guard let place = pages.firstIndex(where: { $0.id == page }) else {
            throw DomainError.notFound("这张表单没有这一页，可能别人已经删除。")
        }
        return place
    }

    static func checked(_ text: String, at field: String, _ missing: Sentence) throws -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw DomainError.invalid(field, missing) }
        guard text.count <= 100 else { throw DomainError.invalid(field, "这里最多写 100 个字。") }
        return text
    }
}

/// Up or down.
enum Way: String, Sendable {
    case up, down

    var step: Int { self == .up ? -1 : 1 }
}
