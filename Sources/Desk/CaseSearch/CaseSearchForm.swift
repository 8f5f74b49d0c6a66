import Cases
import Government
import Web

/// The filters above the list; a plain GET form, so that what was asked stands in the address.
struct CaseSearchForm {
    let search: CaseSearch
    let organs: [Organ]

    var html: HTML {
        """
        <form class="filters" role="search" action="\(DeskPath.search)">
        <div class="filter wide"><label class="label" for="q">编号、事项或申请人</label>
        <input class="input" id="q" name="q" type="search" value="\(search.text)" enterkeyhint="search"></div>
        \(select("phase", "办理阶段", all: "全部阶段", Phase.allCases.map { ($0.rawValue, $0.chinese) }, search.phase?.rawValue))
        \(if: search.choosesOrgan, select("organ", "承办部门", all: "全部部门", organs.map { ($0.key, $0.name) }, search.organ))
        <div class="choice"><input type="checkbox" id="overdue" name="overdue" value="1"\
        \(attribute: "checked", if: search.isOverdue)><label for="overdue">只看超期</label></div>
        <button class="button">查找</button>
        </form>
        """
    }

    private func select(
        _ name: String, _ label: String, all: String, _ options: [(value: String, label: String)],
        _ chosen: String?
    ) -> HTML {
        """
        <div class="filter"><label class="label" for="\(name)">\(label)</label>
        <select class="input" id="\(name)" name="\(name)"><option value="">\(all)</option>\(each: options, { option in
            "<option value=\"\(option.value)\"\(attribute: "selected", if: option.value == chosen)>\(option.label)</option>"
        })</select></div>
        """
    }
}
