//! New: a session being made on screen, page by page. What each rule means stands in `rules`.

use super::{Lang, number, trouble};
use crate::council::{CouncilPreset, Lack, Purpose};
use crate::rubric::RubricHead;
use crate::trouble::FaultKind;

messages! {
    next { vi: "tiếp", en: "next" }
    next_help { vi: "Sang trang sau; những gì đã nhập vẫn còn.", en: "To the next page; what was typed stays." }
    accept { vi: "nhận", en: "take" }
    accept_help { vi: "Nhận dòng này và sang dòng sau; ở dòng cuối thì xong.", en: "Takes this line and goes to the next; the last one ends." }
    change { vi: "đổi", en: "change" }
    change_help { vi: "Sang giá trị kế tiếp.", en: "To the next value." }
    change_back_help { vi: "Về giá trị trước.", en: "To the value before." }
    field { vi: "ô khác", en: "field" }
    next_field_help { vi: "Sang ô sau; ở ô bộ sản phẩm, ↑↓ chọn trong danh sách.", en: "To the next field; at the set, ↑↓ choose in the list." }
    previous_field_help { vi: "Về ô trước.", en: "To the field before." }
    add { vi: "thêm", en: "add" }
    add_help { vi: "Thêm một dòng mới.", en: "A new line." }
    edit { vi: "sửa", en: "edit" }
    edit_help { vi: "Sửa dòng đang chọn.", en: "Opens the line chosen." }
    remove { vi: "bỏ dòng", en: "remove" }
    remove_help { vi: "Bỏ dòng đang chọn, sau khi hỏi lại.", en: "Removes the line chosen, after asking." }
    raise { vi: "đưa lên", en: "move up" }
    raise_help { vi: "Đưa dòng đang chọn lên một bậc.", en: "Moves the line chosen one up." }
    role { vi: "vai trò", en: "role" }
    role_help { vi: "Đổi vai trò của ghế đang chọn.", en: "Another role for the seat chosen." }
    scores { vi: "chấm/không", en: "scores" }
    scores_help { vi: "Ghế đang chọn có chấm điểm hay không.", en: "Whether the seat chosen scores." }
    file { vi: "từ tệp", en: "from a file" }
    council_file_help { vi: "Đọc danh sách hội đồng từ tệp CSV.", en: "Reads the council from a CSV list." }
    products_file_help { vi: "Đọc danh sách sản phẩm từ tệp CSV.", en: "Reads products from a CSV list." }
    rules_file_help { vi: "Đọc quy chế của tỉnh từ tệp rules.ron.", en: "Reads rules of one's own from a rules.ron file." }
    presets { vi: "hội đồng mẫu", en: "presets" }
    presets_help { vi: "Bắt đầu lại từ một hội đồng mẫu.", en: "Starts again from a preset council." }
    proposals { vi: "xem đề nghị bộ", en: "proposed sets" }
    proposals_help { vi: "Xem các bộ sản phẩm được đề nghị theo tên, rồi nhận.", en: "Shows the sets proposed by name, to be taken." }
    done { vi: "xong", en: "done" }
    done_help { vi: "Ghi dòng này vào danh sách.", en: "Takes this into the list." }
    take_rules { vi: "dùng quy chế này", en: "use these" }
    take_rules_help { vi: "Dùng quy chế đang chọn và sang trang sau.", en: "Uses the rules chosen and goes on." }
    create { vi: "lập phiên và mở", en: "make it and open" }
    create_help { vi: "Lập phiên họp ở thư mục đã ghi rồi mở ra; còn thiếu gì thì đến chỗ thiếu.", en: "Makes the session in the folder shown and opens it; or goes to what is missing." }
    elsewhere { vi: "thư mục khác", en: "another folder" }
    elsewhere_help { vi: "Đặt phiên ở thư mục khác, ví dụ thư mục dùng chung hoặc USB.", en: "Puts the session into another folder: a shared one, a stick." }
    again { vi: "đọc lại tệp", en: "read again" }
    again_help { vi: "Đọc lại tệp sau khi đã sửa.", en: "Reads the file again, once it is put right." }
}

messages! {
    place_session { vi: "Phiên mới: phiên họp", en: "New session: particulars" }
    place_council { vi: "Phiên mới: hội đồng", en: "New session: council" }
    place_seat { vi: "Phiên mới: một ghế", en: "New session: one seat" }
    place_products { vi: "Phiên mới: sản phẩm", en: "New session: products" }
    place_product { vi: "Phiên mới: một sản phẩm", en: "New session: one product" }
    place_rules { vi: "Phiên mới: quy chế", en: "New session: rules" }
    place_review { vi: "Phiên mới: xem lại và lập", en: "New session: review" }
    place_faults { vi: "Phiên mới: tệp có lỗi", en: "New session: a wrong file" }
}

messages! {
    heading { vi: "Lập phiên họp mới", en: "A new session" }
    tab_session { vi: "1 Phiên họp", en: "1 Session" }
    tab_council(n: usize) { vi: "2 Hội đồng {n}", en: "2 Council {n}" }
    tab_products(n: usize) { vi: "3 Sản phẩm {n}", en: "3 Products {n}" }
    tab_rules { vi: "4 Quy chế", en: "4 Rules" }
    tab_review { vi: "5 Lập phiên", en: "5 Make it" }
}

messages! {
    title { vi: "Tên phiên họp", en: "Title" }
    place { vi: "Nơi họp", en: "Place" }
    date { vi: "Ngày họp", en: "Date" }
    decision { vi: "Quyết định thành lập", en: "Council decision" }
    purpose { vi: "Loại phiên", en: "Kind" }
    rubric { vi: "Bộ tiêu chí", en: "Rubric" }
    sitting { vi: "họp chính thức", en: "a real sitting" }
    rehearsal { vi: "tập dượt", en: "a rehearsal" }
    hint_title { vi: "Như sẽ in trên biên bản. Ví dụ: Phiên đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2026.", en: "As the minutes will print it: Evaluation of OCOP products, second round of 2026." }
    hint_place { vi: "Có thể để trống. Ví dụ: Phòng họp 2, UBND tỉnh.", en: "May be left empty: Meeting room 2, People's Committee." }
    hint_date { vi: "Ngày/tháng/năm, ví dụ 28/11/2026. Có thể để trống.", en: "Day/month/year, such as 28/11/2026. May be left empty." }
    hint_decision { vi: "Số và ngày của quyết định thành lập hội đồng, như sẽ in trên biên bản. Có thể để trống.", en: "Number and date of the decision that set up the council, as the minutes will print it. May be left empty." }
    hint_purpose { vi: "←→ đổi. Phiên tập dượt ghi rõ TẬP DƯỢT trên mọi màn hình và cho xem số sao theo các quy tắc khác; phiên chính thức thì không.", en: "←→ change. A rehearsal says so on every screen and shows the star under other rules too; a real sitting does not." }
    hint_rubric { vi: "Enter: chọn bộ tiêu chí khác hoặc tệp riêng của tỉnh. F8: sang trang hội đồng.", en: "Enter: another rubric, or a file of your own. F8: on to the council." }
}

messages! {
    rubric_title { vi: "Bộ tiêu chí", en: "Rubric" }
    rubric_body { vi: "Phiên mới chấm theo quyết định đang có hiệu lực, hoặc theo tệp riêng của tỉnh.", en: "A new session scores by the decision in force, or by a file of your own." }
    rubric_now(decision: &str, date: &str) { vi: "{decision}, hiệu lực từ {date}", en: "{decision}, in force from {date}" }
    rubric_archived(decision: &str) { vi: "{decision} – lưu trữ, chỉ để tập dượt", en: "{decision} – archived, for rehearsals only" }
    rubric_own { vi: "Tệp riêng của tỉnh (.ron) …", en: "A file of your own (.ron) …" }
    archived(decision: &str) { vi: "{decision} đã hết hiệu lực, chỉ để tập dượt: đổi “Loại phiên” sang tập dượt trước.", en: "{decision} has lapsed and is for rehearsals only: change the kind to a rehearsal first." }
}

messages! {
    preset_title { vi: "Hội đồng", en: "Council" }
    preset_body { vi: "Bắt đầu từ một hội đồng mẫu rồi sửa từng ghế; tên người điền sau cũng được.", en: "Start from a preset and edit its seats; names of people can come later." }
    preset_anew { vi: "Các ghế đang có sẽ được thay.", en: "The seats there are will be replaced." }
    preset_provincial { vi: "Cấp tỉnh: 9 ghế theo sở, ngành (8 chấm, 1 thư ký)", en: "Provincial: 9 seats by office (8 score, 1 secretary)" }
    preset_central { vi: "Cấp Trung ương: 7 ghế theo bộ, ngành", en: "Central: 7 seats by ministry" }
    preset_large { vi: "Cấp tỉnh, lớn: 11 người chấm, thư ký, tổ tư vấn", en: "Provincial, large: 11 who score, secretary, advisory team" }
    from_file { vi: "Từ tệp CSV …", en: "From a CSV file …" }
    seats_by_hand { vi: "Tự nhập từng ghế", en: "Type the seats" }
    seat_title { vi: "Chức danh, cơ quan", en: "Office" }
    seat_name { vi: "Họ tên", en: "Name" }
    seat_organisation { vi: "Đơn vị công tác", en: "Organisation" }
    seat_role { vi: "Vai trò", en: "Role" }
    seat_scores { vi: "Chấm điểm", en: "Scores" }
    scores_yes { vi: "có chấm", en: "scores" }
    scores_no { vi: "không chấm", en: "does not" }
    new_seat { vi: "Ghế mới", en: "A new seat" }
    seat_no(n: usize) { vi: "Ghế thứ {n}", en: "Seat {n}" }
    seat_hint { vi: "In biên bản theo thứ tự này. ←→ đổi vai trò · Space chấm hay không.", en: "They print in this order. ←→ changes the role · Space whether it scores." }
    role_hint { vi: "←→ đổi. Tổ tư vấn không tính vào số thành viên tối thiểu.", en: "←→ change. An advisory team is outside the quorum." }
    seat_needs_title { vi: "Ghế cần có chức danh hoặc cơ quan.", en: "A seat needs an office." }
    council_is(seats: usize, scoring: usize, needed: usize, of: usize) { vi: "{seats} ghế, {scoring} chấm · mở phiếu khi có mặt {needed}/{of}", en: "{seats} {seats_word}, {scoring} {score} · sheets open with {needed} of {of} present", seats_word: seats "seat" "seats", score: scoring "scores" "score" }
    council_read(n: usize) { vi: "Đã đọc {n} ghế từ tệp.", en: "{n} {seats} read from the file.", seats: n "seat" "seats" }
    no_seats { vi: "Chưa có ghế nào. F7: hội đồng mẫu · F4: thêm ghế · F5: từ tệp CSV.", en: "No seats yet. F7: a preset · F4: add one · F5: from a CSV file." }
    secretary_follows(scores: &str) { vi: "Thư ký chấm theo quy chế này: {scores}.", en: "The secretary scores by these rules: {scores}." }
}

messages! {
    remove_title { vi: "Bỏ dòng này?", en: "Remove this line?" }
    remove_body(name: &str) { vi: "“{name}” sẽ ra khỏi danh sách.", en: "“{name}” leaves the list." }
}

messages! {
    first_title { vi: "Sản phẩm", en: "Products" }
    first_type { vi: "Gõ từng sản phẩm", en: "Type them one by one" }
    no_products { vi: "Chưa có sản phẩm nào. F4: gõ từng sản phẩm · F5: từ tệp CSV.", en: "No products yet. F4: type them · F5: from a CSV file." }
    product_no(n: usize) { vi: "Sản phẩm thứ {n}", en: "Product {n}" }
    product_name { vi: "Tên sản phẩm", en: "Name" }
    producer { vi: "Chủ thể", en: "Producer" }
    set { vi: "Bộ sản phẩm", en: "Product set" }
    address { vi: "Địa chỉ", en: "Address" }
    phone { vi: "Điện thoại", en: "Phone" }
    code { vi: "Mã sản phẩm", en: "Code" }
    kind { vi: "Loại đánh giá", en: "Assessed" }
    self_total { vi: "Điểm tự chấm", en: "Own total" }
    advisory_total { vi: "Điểm tổ tư vấn", en: "Advisory total" }
    column_name { vi: "Sản phẩm", en: "Product" }
    column_set { vi: "Bộ", en: "Set" }
    sets_heading { vi: "Bộ sản phẩm", en: "Product sets" }
    sets_proposed { vi: "Đề nghị theo tên:", en: "Proposed by the name:" }
    sets_found(n: usize) { vi: "Tìm thấy {n} bộ:", en: "{n} {sets} found:", sets: n "set" "sets" }
    sets_none { vi: "Không có bộ nào khớp; gõ số hoặc từ khác.", en: "No set matches; type a number or other words." }
    proposed { vi: "đề nghị", en: "proposed" }
    search_hint { vi: "gõ số hoặc tên, ↑↓", en: "number or words, ↑↓" }
    confirm_proposal(no: u8) { vi: "Đề nghị bộ {no} theo tên; Enter ở ô bộ để nhận.", en: "Set {no} is proposed by the name; Enter at the set takes it." }
    open_proposal { vi: "Tên hợp với nhiều bộ ngang nhau; chọn một.", en: "The name fits several sets equally; choose one." }
    no_proposal { vi: "Tên chưa gợi ra bộ nào; ở ô bộ, gõ số hoặc tên bộ.", en: "The name points to no set; type a number or name at the set." }
    set_needed { vi: "Chưa có bộ nào được chọn: gõ số hoặc tên bộ, hoặc ↑↓.", en: "No set is chosen: type its number or name, or ↑↓." }
    no_set_yet { vi: "chưa chọn bộ", en: "no set yet" }
    maybe(no: u8) { vi: "? có thể {no}", en: "? perhaps {no}" }
    form_not_taken { vi: "Chưa ghi vào danh sách. F8: ghi · F3 lần nữa: bỏ.", en: "Not in the list yet. F8: take it · F3 again: drop it." }
    form_name { vi: "Sản phẩm cần có tên.", en: "A product needs a name." }
    form_total(most: u16) { vi: "Điểm phải là số nguyên từ 0 đến {most}.", en: "A total is a whole number from 0 to {most}." }
    another_hint { vi: "Enter ở ô bộ: ghi và sang sản phẩm sau. Enter khi trống: xong danh sách.", en: "Enter at the set: takes it, on to the next. Enter on nothing: the list is done." }
    products_are(n: usize, open: usize) { vi: "{n} sản phẩm, {open} chưa có bộ", en: "{n} {products}, {open} without a set", products: n "product" "products" }
    products_all(n: usize) { vi: "{n} sản phẩm, đều đã có bộ", en: "{n} {products}, each with its set", products: n "product" "products" }
    products_read(n: usize, open: usize) { vi: "Đã đọc {n} sản phẩm; {open} chưa có bộ.", en: "{n} {products} read; {open} without a set.", products: n "product" "products" }
    sets_lost(n: usize) { vi: "{n} sản phẩm phải chọn lại bộ theo bộ tiêu chí mới.", en: "{n} {products} {need} a set of the new rubric.", products: n "product" "products", need: n "needs" "need" }
    into_title { vi: "Đã có sản phẩm", en: "There are products already" }
    into_body(new: usize, old: usize) { vi: "Tệp có {new} sản phẩm; danh sách đang có {old}.", en: "The file has {new} {products}; the list has {old}.", products: new "product" "products" }
    into_append { vi: "Thêm vào cuối danh sách", en: "Add them at the end" }
    into_replace { vi: "Thay danh sách đang có", en: "Replace the list" }
    proposals_title { vi: "Bộ sản phẩm đề nghị theo tên", en: "Sets proposed by name" }
    proposals_body(with: usize, without: usize) { vi: "Chưa nhận gì. Xem từng dòng; Space bỏ dấu dòng không đúng. {with} đề nghị; {without} sản phẩm khác sẽ được hỏi từng cái.", en: "Nothing is taken yet. Look at each line; Space unticks a wrong one. {with} {proposals}; {without} {others} asked one by one.", proposals: with "proposal" "proposals", others: without "other product is" "other products are" }
    proposal_line(name: &str, no: u8, set: &str) { vi: "{name} → {no} {set}", en: "{name} → {no} {set}" }
    proposals_taken(n: usize, open: usize) { vi: "Đã nhận {n} bộ; còn {open} sản phẩm chưa có bộ.", en: "{n} {sets} taken; {open} {products} still without one.", sets: n "set" "sets", products: open "product" "products" }
}

messages! {
    own_rules { vi: "Tệp riêng …", en: "Own file …" }
    own_rules_read { vi: "Tệp riêng", en: "Own file" }
    preset_default { vi: "Thông thường", en: "Usual" }
    preset_tay_ninh { vi: "Tây Ninh: ¾ có mặt", en: "Tây Ninh: ¾ present" }
    preset_central_rules { vi: "Trung ương: 5 ghế", en: "Central: 5 seats" }
    preset_mean { vi: "Dấu sao theo ĐTB", en: "Minima by mean" }
    preset_every { vi: "Dấu sao: mọi phiếu", en: "Minima by every" }
    own_rules_hint { vi: "Enter hoặc F5: đọc tệp rules.ron của tỉnh. Trường nào không ghi thì theo quy chế thông thường.", en: "Enter or F5: reads a rules.ron file. What it leaves out is as usual." }
}

messages! {
    will_be_made { vi: "Sẽ lập phiên họp", en: "This session will be made" }
    in_folder { vi: "ở thư mục", en: "in the folder" }
    finding_folder { vi: "đang tìm chỗ …", en: "looking for a place …" }
    may_vanish { vi: "! Thư mục tạm, có thể bị xóa. F6: chọn thư mục khác.", en: "! A temporary folder that may vanish. F6: another one." }
    summary_council { vi: "Hội đồng", en: "Council" }
    summary_products { vi: "Sản phẩm", en: "Products" }
    summary_rules { vi: "Quy chế", en: "Rules" }
    seats_scoring(seats: usize, scoring: usize, chair: &str) { vi: "{seats} ghế, {scoring} chấm; chủ tịch: {chair}", en: "{seats} {seats_word}, {scoring} {score}; chair: {chair}", seats_word: seats "seat" "seats", score: scoring "scores" "score" }
    sets_used(products: usize, sets: &str) { vi: "{products} sản phẩm; {sets}", en: "{products} {products_word}; {sets}", products_word: products "product" "products" }
    set_times(no: u8, n: usize) { vi: "bộ {no}: {n}", en: "set {no}: {n}" }
    frozen { vi: "Sau khi lập, quy chế, bộ tiêu chí và danh sách đầu không đổi được; sửa hay thêm sản phẩm, ghế là việc của bàn chủ trì, có lý do.", en: "Once made, rules, rubric and first lists stay; to correct or add a product or seat is an act of the presiding table, with a reason." }
    ready { vi: "Đủ mọi thứ: Enter lập phiên và mở.", en: "Nothing is missing: Enter makes it and opens it." }
    not_ready(n: usize) { vi: "Còn thiếu {n} việc: Enter đến việc đầu tiên.", en: "{n} {things} missing: Enter goes to the first.", things: n "thing is" "things are" }
    still_missing { vi: "Còn thiếu", en: "Still missing" }
    below_title { vi: "Đặt phiên ở thư mục khác", en: "Another folder" }
    below_body { vi: "Thư mục chứa phiên (dán đường dẫn được); phiên là một thư mục con trong đó:", en: "The folder to put the session into (paste a path); the session is a folder in it:" }
}

messages! {
    leave_title { vi: "Phiên đang lập dở", en: "The session is half made" }
    leave_keep { vi: "Để đó, lát nữa F4 làm tiếp", en: "Leave it; F4 goes on later" }
    leave_drop { vi: "Bỏ hẳn những gì đã nhập", en: "Drop what was typed" }
    leave_stay { vi: "Ở lại", en: "Stay" }
}

messages! {
    faults_heading(n: usize, file: &str) { vi: "{file}: {n} chỗ phải sửa", en: "{file}: {n} {places} to put right", places: n "place" "places" }
    faults_body { vi: "Danh sách trên màn hình giữ nguyên. Sửa tệp, lưu lại, rồi F5 đọc lại; F3 quay lại.", en: "The list on screen is as it was. Put the file right, save it, then F5; F3 goes back." }
}

messages! {
    path_products { vi: "Danh sách sản phẩm từ tệp", en: "Products from a file" }
    path_council { vi: "Danh sách hội đồng từ tệp", en: "A council from a file" }
    path_rules { vi: "Quy chế từ tệp", en: "Rules from a file" }
    path_rubric { vi: "Bộ tiêu chí từ tệp", en: "A rubric from a file" }
    body_products { vi: "Tệp CSV, cột name (và nếu có: set, producer, address …). Kéo thả tệp vào đây hoặc dán đường dẫn:", en: "A CSV file with a column name (and set, producer, address …). Drop the file here or paste its path:" }
    body_council { vi: "Tệp CSV, cột id,title (và nếu có: name, organisation, role, scores). Kéo thả tệp vào đây hoặc dán đường dẫn:", en: "A CSV file with columns id,title (and name, organisation, role, scores). Drop the file here or paste its path:" }
    body_rules { vi: "Tệp rules.ron. Kéo thả tệp vào đây hoặc dán đường dẫn:", en: "A rules.ron file. Drop the file here or paste its path:" }
    body_rubric { vi: "Tệp bộ tiêu chí (.ron). Kéo thả tệp vào đây hoặc dán đường dẫn:", en: "A rubric file (.ron). Drop the file here or paste its path:" }
}

messages! {
    lacks_title { vi: "chưa có tên phiên họp", en: "the session has no title" }
    lacks_date(found: &str) { vi: "“{found}” không phải ngày; ghi như 28/11/2026", en: "“{found}” is no date; write 28/11/2026" }
    lacks_rubric { vi: "bộ tiêu chí đã hết hiệu lực: chọn bộ đang có hiệu lực, hoặc lập phiên tập dượt", en: "this rubric has lapsed: choose the one in force, or make a rehearsal" }
    lacks_minima(id: &str) { vi: "{id} không có dấu sao trong dữ liệu: chỉ dùng để tập dượt", en: "the star minima of {id} are not known: for rehearsals only" }
    lacks_chair { vi: "chưa có chủ tịch hội đồng (←→ đổi vai trò)", en: "there is no chair (←→ changes a role)" }
    lacks_one_chair(n: usize) { vi: "có {n} chủ tịch; phải có đúng một", en: "{n} {chairs}; there must be exactly one", chairs: n "chair" "chairs" }
    lacks_scorers(have: usize, need: usize) { vi: "{have} ghế chấm điểm, quy chế cần ít nhất {need}", en: "{have} scoring {seats}; the rules need {need}", seats: have "seat" "seats" }
    lacks_quorum(seats: usize, need: usize) { vi: "{seats} ghế, quy chế cần {need} có mặt", en: "{seats} {seats_word}; the rules need {need} present", seats_word: seats "seat" "seats" }
    lacks_products { vi: "chưa có sản phẩm nào", en: "there is no product" }
    lacks_sets(n: usize) { vi: "{n} sản phẩm chưa có bộ sản phẩm", en: "{n} {products} no set", products: n "product has" "products have" }
}

/// What a draft lacks.
pub fn lack(lang: Lang, lack: &Lack) -> String {
    match lack {
        Lack::Title => lacks_title(lang).to_owned(),
        Lack::Date(found) => lacks_date(lang, found),
        Lack::Rubric(FaultKind::MinimaUnknown(id)) => lacks_minima(lang, id),
        Lack::Rubric(_) => lacks_rubric(lang).to_owned(),
        Lack::Set(why) => trouble::kind(lang, why),
        Lack::ChairCount(0) => lacks_chair(lang).to_owned(),
        Lack::ChairCount(n) => lacks_one_chair(lang, *n),
        Lack::TooFewScorers { have, need } => lacks_scorers(lang, *have, *need),
        Lack::QuorumOver { seats, need } => lacks_quorum(lang, *seats, *need),
        Lack::Products => lacks_products(lang).to_owned(),
    }
}

/// A preset council.
pub fn preset(lang: Lang, preset: CouncilPreset) -> &'static str {
    match preset {
        CouncilPreset::Provincial => preset_provincial(lang),
        CouncilPreset::Central => preset_central(lang),
        CouncilPreset::Large => preset_large(lang),
    }
}

/// A preset of rules, by its name on the command line.
pub fn rules_preset(lang: Lang, name: &str) -> &'static str {
    match name {
        "tay-ninh" => preset_tay_ninh(lang),
        "central" => preset_central_rules(lang),
        "mean" => preset_mean(lang),
        "every" => preset_every(lang),
        _ => preset_default(lang),
    }
}

/// A rubric in the list: in force, or archived.
pub fn rubric_choice(lang: Lang, head: &RubricHead) -> String {
    match head.current {
        true => rubric_now(lang, &head.decision, &number::date(&head.in_force)),
        false => rubric_archived(lang, &head.decision),
    }
}

/// What a session is for.
pub fn purpose_is(lang: Lang, purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Sitting => sitting(lang),
        Purpose::Rehearsal => rehearsal(lang),
    }
}

/// Whether a seat scores.
pub fn scores_is(lang: Lang, scores: bool) -> &'static str {
    if scores { scores_yes(lang) } else { scores_no(lang) }
}
