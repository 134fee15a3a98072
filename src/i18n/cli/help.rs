//! Help: what each command and option is for, in one line.

messages! {
    program { vi: "Hội đồng đánh giá, phân hạng sản phẩm OCOP: từ danh sách sản phẩm đến kết quả đã khóa, không cần mạng.", en: "OCOP evaluation councils: from a list of products to a locked star classification, offline." }
    usage { vi: "Cách dùng:", en: "Usage:" }
    commands { vi: "Lệnh", en: "Commands" }
    arguments { vi: "Cần ghi", en: "Arguments" }
    options { vi: "Tùy chọn", en: "Options" }
    exit_codes { vi: "Mã thoát: 0 xong · 1 quy chế hoặc phép kiểm tra không cho · 2 gõ sai lệnh · 3 máy không cho (đĩa, quyền).", en: "Exit codes: 0 done · 1 a rule or a check says no · 2 wrong usage · 3 the machine says no (disk, permission)." }
    help_flag { vi: "Hiện trợ giúp này.", en: "Shows this help." }
    version_flag { vi: "Hiện phiên bản.", en: "Shows the version." }
    lang { vi: "Ngôn ngữ: vi hoặc en (mặc định: theo cài đặt, theo máy, rồi tiếng Việt).", en: "Language: vi or en (default: settings, the system's, then Vietnamese)." }
    sessions { vi: "Thư mục chứa các phiên, thay cho thư mục mặc định.", en: "Folder of sessions, in place of the usual one." }
    format { vi: "text hoặc json (status, results còn có csv).", en: "text or json (status and results also csv)." }
    dir { vi: "Thư mục phiên họp.", en: "The session's folder." }
    seat { vi: "Mã ghế.", en: "Id of the seat." }
    product { vi: "Mã sản phẩm.", en: "Id of the product." }
    products { vi: "Mã các sản phẩm.", en: "Ids of products." }
    reason { vi: "Lý do, ghi vào biên bản.", en: "The reason, for the minutes." }
    listed_reason { vi: "Lý do: 1–6, hoặc understood, evidence, slip, difference, dossier-page, other; thêm lời sau dấu hai chấm; lời tự do cũng được.", en: "The reason: 1–6, or understood, evidence, slip, difference, dossier-page, other; words after a colon; free words will do." }
    words { vi: "Nội dung bằng lời.", en: "In words." }
    criterion_read { vi: "Tiêu chí mà hội đồng thống nhất cách hiểu; hiện ở tiêu chí ấy khi chấm.", en: "The criterion whose reading the council agreed on; shown there while scoring." }
    set_read { vi: "Số bộ sản phẩm của tiêu chí ấy; không ghi: mọi bộ có mã tiêu chí này.", en: "The product set of that criterion; without it: every set that has the code." }

    open { vi: "Mở một phiên (hoặc tệp được giao) trên màn hình.", en: "Opens a session (or a file handed out) on the screen." }
    open_path { vi: "Thư mục phiên, hoặc tệp được giao.", en: "The session's folder, or a file handed out." }

    new { vi: "Lập một phiên họp từ danh sách sản phẩm và danh sách hội đồng.", en: "Starts a session from a list of products and a council list." }
    title { vi: "Tên phiên họp.", en: "Title of the session." }
    products_file { vi: "Danh sách sản phẩm, CSV: name,set[,id,code,producer,address,phone,kind,self_total,advisory_total].", en: "List of products, CSV: name,set[,id,code,producer,address,phone,kind,self_total,advisory_total]." }
    council_file { vi: "Danh sách hội đồng, CSV: id,title[,name,organisation,role,scores].", en: "Council list, CSV: id,title[,name,organisation,role,scores]." }
    rubric_of { vi: "Bộ tiêu chí: mã hoặc tệp (mặc định qd26-2026).", en: "The rubric: an id or a file (default qd26-2026)." }
    rules_of { vi: "Quy chế: tệp rules.ron hoặc tên: default, tay-ninh, central, mean, every.", en: "The rules: a rules.ron file, or a name: default, tay-ninh, central, mean, every." }
    place { vi: "Nơi họp.", en: "Where the council sits." }
    date { vi: "Ngày họp, YYYY-MM-DD.", en: "Date of the sitting, YYYY-MM-DD." }
    archived { vi: "Vẫn dùng quyết định đã hết hiệu lực cho phiên thật; ghi trong hồ sơ phiên.", en: "Use a decision that has lapsed in a real session all the same; the charter says so." }
    rehearsal { vi: "Phiên tập dượt: điểm bịa ra; ghi rõ trên mọi màn hình.", en: "A rehearsal: its scores are invented; said on every screen." }
    seal_expected { vi: "mã niêm phong đủ 64 chữ số (đặt trong ngoặc kép nếu có khoảng trắng), hoặc thư mục của một bản sao", en: "the seal, all 64 digits (in quotes where it has spaces), or the folder of a copy" }
    decision { vi: "Quyết định thành lập hội đồng.", en: "The decision that set up the council." }

    record { vi: "Ghi điểm từ tệp CSV vào phiếu của một ghế: tất cả, hoặc không gì cả.", en: "Records marks from a CSV file on a seat's sheets: all of them, or none." }
    marks_file { vi: "CSV: product,criterion,points[,level][,case][,note][,evidence]; points là số nguyên hoặc none.", en: "CSV: product,criterion,points[,level][,case][,note][,evidence]; points is a whole number or none." }
    and_submit { vi: "Nộp luôn các phiếu có trong tệp.", en: "Hands in the sheets named in the file, too." }

    submit { vi: "Nộp phiếu.", en: "Hands a sheet in." }
    take_back { vi: "Rút lại phiếu đã nộp, trước khi mở.", en: "Takes a sheet back, before the reveal." }
    recuse { vi: "Không tham gia chấm một sản phẩm.", en: "Does not score a product." }
    undo { vi: "Thôi, lấy lại việc đã ghi.", en: "Takes that back." }
    raise { vi: "Nêu căn cứ để loại hoặc dừng đánh giá.", en: "Raises a ground for rejection or stopping." }
    ground_id { vi: "Mã căn cứ của bộ sản phẩm.", en: "Id of one of the set's grounds." }
    opinion { vi: "Ý kiến của thành viên về sản phẩm.", en: "A member's opinion on a product." }
    sheet { vi: "Phiếu của chính một ghế.", en: "One seat's own sheet." }

    desk { vi: "Việc của bàn chủ trì.", en: "Acts of the presiding table." }
    as_seat { vi: "Ghế nào ghi (mặc định: ghế đang chủ trì).", en: "Which seat enters it (default: the presiding one)." }
    attendance { vi: "Điểm danh một ghế: present, absent hoặc left.", en: "Marks a seat present, absent or left." }
    presence { vi: "present (có mặt), absent (vắng), left (về sớm).", en: "present, absent or left." }
    sits { vi: "Người đi thay.", en: "Who stands in." }
    hand_over { vi: "Giao chủ trì cho chủ tịch hoặc phó chủ tịch.", en: "Another seat presides: the chair or a deputy." }
    reveal { vi: "Mở phiếu: các sản phẩm nêu tên, hoặc mọi sản phẩm đã đủ phiếu.", en: "Opens the sheets: of the products named, or of all that are ready." }
    ready { vi: "Mọi sản phẩm đã sẵn sàng.", en: "Every product that is ready." }
    set_aside { vi: "Để riêng phiếu của các ghế này.", en: "Sets these seats' sheets aside." }
    lock { vi: "Khóa kết quả: các sản phẩm nêu tên, hoặc mọi sản phẩm không còn vướng.", en: "Locks the result: of the products named, or of all with nothing in the way." }
    clear { vi: "Mọi sản phẩm không còn gì phải xử lý.", en: "Every product with nothing left to settle." }
    forward { vi: "Chuyển hồ sơ lên Bộ: yes hoặc no (từ 90 điểm mà thiếu yêu cầu tối thiểu 5 sao).", en: "The file goes to the Ministry: yes or no (90 points and more with a 5-star minimum missing)." }
    reopen { vi: "Mở lại một sản phẩm đã khóa, đã kết thúc hoặc đang tranh chấp.", en: "Takes a lock, a close or a contested phase back." }
    close { vi: "Kết thúc không xếp sao: rejected, stopped, withdrawn hoặc put-off.", en: "Ends a product without a star: rejected, stopped, withdrawn or put-off." }
    close_as { vi: "rejected (bị loại), stopped (dừng), withdrawn (rút hồ sơ), put-off (để lại kỳ sau).", en: "rejected, stopped, withdrawn or put-off." }
    close_ground { vi: "Căn cứ: mã của bộ sản phẩm, hoặc bằng lời.", en: "The ground: an id of the set's, or words." }
    rescore { vi: "Đề nghị các ghế chấm lại.", en: "Asks seats to look again." }
    seats { vi: "Mã các ghế, cách nhau dấu phẩy.", en: "Ids of seats, with commas." }
    criteria { vi: "Các tiêu chí, cách nhau dấu phẩy (không ghi: cả phiếu).", en: "Criteria, with commas (none: the whole sheet)." }
    rescore_withdraw { vi: "Thôi đề nghị chấm lại.", en: "Takes a request to look again back." }
    rule { vi: "Kết luận một yêu cầu tối thiểu đạt hay không.", en: "Decides whether one minimum is met." }
    criterion { vi: "Mã tiêu chí.", en: "Code of the criterion." }
    star { vi: "Số sao: 3, 4 hoặc 5.", en: "The star: 3, 4 or 5." }
    met { vi: "yes (đạt) hoặc no (không đạt).", en: "yes or no." }
    accept { vi: "Giữ nguyên một khác biệt.", en: "Lets a disagreement stand." }
    dispute { vi: "KIỂU, KIỂU:TIÊU CHÍ hoặc KIỂU:GHẾ, như lệnh disputes ghi.", en: "KIND, KIND:CRITERION or KIND:SEAT, as disputes lists them." }
    correct { vi: "Sửa thông tin của sản phẩm.", en: "Puts a product's particulars right." }
    field { vi: "name, producer, address, phone, code hoặc kind.", en: "name, producer, address, phone, code or kind." }
    value { vi: "Giá trị đúng.", en: "What it should say." }
    add { vi: "Thêm sản phẩm từ một danh sách.", en: "Adds products from a list." }
    set { vi: "Đổi bộ sản phẩm khi còn chấm kín.", en: "Changes a product's set while blind." }
    set_no { vi: "Số của bộ sản phẩm.", en: "Number of the set." }
    dismiss { vi: "Trả lời căn cứ loại mà một ghế đã nêu: không chấp nhận.", en: "Answers a ground that a seat raised: it does not hold." }
    conclude { vi: "Kết luận của hội đồng về sản phẩm.", en: "The council's conclusion on a product." }
    remark { vi: "Ghi chú vào biên bản.", en: "A remark for the minutes." }
    seal { vi: "Niêm phong phiên họp khi mọi sản phẩm đã khóa hoặc kết thúc.", en: "Seals the session once everything is settled." }

    status { vi: "Mỗi sản phẩm đang chờ gì.", en: "What each product waits for." }
    results { vi: "Kết quả của các sản phẩm đã mở phiếu.", en: "The results of products whose sheets are open." }
    under_rules { vi: "Chỉ trong phiên tập dượt: số sao nếu yêu cầu tối thiểu được xét theo quy tắc khác.", en: "In a rehearsal only: the star if the minima were judged by another rule." }
    disputes { vi: "Các nội dung cần thảo luận.", en: "The things to discuss." }
    why { vi: "Vì sao sản phẩm có số sao này: một trang từ điểm đầu tiên đến lúc khóa.", en: "Why a product has its star: one page from the first mark to the lock." }
    history { vi: "Mọi việc đã ghi, theo thứ tự; không có điểm của phiếu chưa mở.", en: "Everything on record, in order; no marks of sheets that are not open." }
    only_product { vi: "Chỉ sản phẩm này.", en: "This product only." }
    only_seat { vi: "Chỉ việc của ghế này; desk: của bàn chủ trì.", en: "Acts of this seat only; desk: of the presiding table." }
    at { vi: "Như lúc có việc này: những chữ số đầu của mã việc (xem lệnh history).", en: "As it stood at this entry: the first digits of its code (see history)." }
    verify { vi: "Kiểm tra toàn vẹn: tính lại tất cả từ các sổ ghi.", en: "Checks everything again from the logs." }
    against { vi: "Mã niêm phong trên giấy, hoặc bản sao của thư mục phiên.", en: "The seal on the paper, or another copy of the folder." }

    hand_out { vi: "Ghi một tệp giao cho thành viên chấm trên máy khác.", en: "Writes one file for a member's own machine." }
    hand_in { vi: "Ghi một tệp nộp điểm của một ghế về bàn chủ trì.", en: "Writes one file of a seat's own logs for the desk." }
    merge { vi: "Nhập các tệp, thư mục người khác mang đến.", en: "Takes in what people bring: files, folders, copies." }
    copy { vi: "Chép phiên ra USB hoặc thư mục khác, đọc lại và so từng byte; bản cũ ở đó được thêm phần thiếu. Chép xong mà phiên có chỗ hỏng không có bản lành: mã thoát 1.", en: "Copies the session to a stick or another folder, reads it back and compares; an older copy there is brought up to date. Exits with 1 where it is copied but damaged and no sound copy is there." }
    copy_target { vi: "USB, thư mục, hoặc bản sao của phiên này ở đó.", en: "The stick, a folder, or a copy of this session there." }
    backups { vi: "Liệt kê các bản lưu mà chương trình tự giữ trên máy này.", en: "Lists the copies the program keeps on this machine by itself." }
    backups_dir { vi: "Chỉ các bản của phiên ở thư mục này.", en: "Only those of the session in this folder." }
    restore { vi: "Lấy lại một bản lưu: vào thư mục mới, hoặc thêm phần thiếu vào thư mục của chính phiên ấy.", en: "Puts a kept copy back: into a new folder, or adds what is missing to the session's own." }
    restore_copy { vi: "Thư mục của bản lưu, như lệnh backups liệt kê.", en: "The copy's folder, as backups lists it." }
    restore_dir { vi: "Thư mục mới, hoặc thư mục của phiên ấy.", en: "A new folder, or the session's own." }
    file { vi: "Tệp.", en: "The file." }
    sources { vi: "Các tệp hoặc thư mục.", en: "Files or folders." }

    rubric { vi: "Các bộ tiêu chí.", en: "The rubrics." }
    rubric_list { vi: "Liệt kê các bộ tiêu chí có sẵn.", en: "Lists the rubrics there are." }
    rubric_show { vi: "In một bộ tiêu chí, hoặc một bộ sản phẩm của nó.", en: "Prints a rubric, or one product set of it." }
    rubric_check { vi: "Kiểm tra một tệp bộ tiêu chí.", en: "Checks a rubric file." }
    rubric_set { vi: "Bộ sản phẩm: số hoặc tên.", en: "The product set: its number or its name." }
    rubric_export { vi: "Ghi một bộ tiêu chí thành một tệp để sửa thành của mình.", en: "Writes a rubric as one file, to be changed into one's own." }
    rubric_template { vi: "Ghi một tệp mẫu nhỏ để viết bộ tiêu chí của mình.", en: "Writes a small example to begin a rubric of one's own from." }
    rubric_to { vi: "Tệp ghi ra; không nêu thì in ra màn hình.", en: "The file to write; printed where none is named." }
    rubric_id { vi: "Mã bộ tiêu chí, hoặc tệp.", en: "Id of the rubric, or a file." }

    rehearse { vi: "Lập một phiên tập dượt với sản phẩm và điểm bịa ra.", en: "Makes a rehearsal with invented products and marks." }
    how_many { vi: "Số sản phẩm (mặc định 12).", en: "How many products (default 12)." }
    how_many_seats { vi: "Số ghế chấm điểm (mặc định 7).", en: "How many scoring seats (default 7)." }
    seed { vi: "Số gieo: cùng số cho cùng điểm.", en: "Seed: the same one gives the same marks." }
    state { vi: "Đến đâu: open (đang chấm), scored (đã nộp đủ), locked (đã khóa).", en: "How far: open, scored or locked." }
    keys { vi: "Mọi phím của chương trình.", en: "Every key of the program." }
}
