import Web

/// The frame of every page of the account centre.
struct SecurityPage {
    let holder: any SessionHolder

    /// A page below the overview.
    func page(_ title: String, scripts: [String] = [], body: HTML) -> Page {
        let crumbs = title == Self.title ? [] : [Link(Self.title, SecurityPath.overview)]
        return Page(
            title, crumbs: crumbs + [Link(title, nil)], area: holder.isStaff ? .desk : .hall,
            scripts: scripts, offersSearch: false, body: body)
    }

    static let title = "账号与安全"
}

/// A field for something that is not shown while it is typed, and never sent back.
struct HiddenField {
    let name: String
    let label: String
    var hint: String?
    var error: String?
    /// `current-password` or `new-password`: browsers fill the one in and propose the other.
    let autocomplete: String

    var html: HTML {
        """
        <div class="field\(error == nil ? "" : " has-error")">
        <label class="label" for="f-\(name)">\(label)</label>
        \(hint.map { "<p class=\"hint\" id=\"f-\(name)-hint\">\($0)</p>" as HTML })\
        \(error.map { "<p class=\"error\" id=\"f-\(name)-error\"><span class=\"sr\">错误：</span>\($0)</p>" as HTML })
        <input class="input" id="f-\(name)" name="\(name)" type="password" autocomplete="\(autocomplete)"\
        \(attribute: "aria-describedby", describedBy)\(attribute: "aria-invalid", error.map { _ in "true" }) required>
        </div>
        """
    }

    private var describedBy: String? {
        let ids = [hint.map { _ in "f-\(name)-hint" }, error.map { _ in "f-\(name)-error" }].compactMap(
            \.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
