using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>The rows of a check, a list for each thing that becomes of them, page by page.</summary>
public sealed partial class OutcomeRows : ForesightPart
{
    private const int PageSize = 20;

    private static readonly OutcomeKind[] s_order =
        [OutcomeKind.Rejected, OutcomeKind.Conflict, OutcomeKind.Updated, OutcomeKind.Duplicate, OutcomeKind.Repaired];

    private OutcomeKind? _kind;
    private int _page;
    private IReadOnlyDictionary<OutcomeKind, int> _counts = new Dictionary<OutcomeKind, int>();
    private IReadOnlyList<OutcomeRow> _rows = [];

    protected override async Task ReadAsync()
    {
        _counts = await Desk.CountsAsync(Upload, CancellationToken.None);
        var first = s_order.Where(kind => _counts.GetValueOrDefault(kind) > 0).Cast<OutcomeKind?>().FirstOrDefault();
        if (first is { } kind)
            await ShowAsync(kind, 0);
        else
            _kind = null;
    }

    private async Task ShowAsync(OutcomeKind kind, int page)
    {
        _rows = await Desk.RowsAsync(Upload, kind, page * PageSize, PageSize, CancellationToken.None);
        (_kind, _page) = (kind, page);
    }

    private string NameOf(OutcomeKind kind) => Text[kind switch
    {
        OutcomeKind.Updated => nameof(DataRoomText.Updated),
        OutcomeKind.Duplicate => nameof(DataRoomText.Duplicates),
        OutcomeKind.Conflict => nameof(DataRoomText.Conflicts),
        OutcomeKind.Rejected => nameof(DataRoomText.Rejected),
        _ => nameof(DataRoomText.Repaired),
    }];
}
