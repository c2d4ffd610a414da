using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>The rows of a check, a list for each thing that becomes of them, page by page.</summary>
public sealed partial class OutcomeRows
{
    private const int PageSize = 20;

    private static readonly OutcomeKind[] s_order =
        [OutcomeKind.Rejected, OutcomeKind.Conflict, OutcomeKind.Updated, OutcomeKind.Duplicate, OutcomeKind.Repaired];

    private Guid? _run;
    private OutcomeKind? _kind;
    private int _page;
    private IReadOnlyDictionary<OutcomeKind, int> _counts = new Dictionary<OutcomeKind, int>();
    private IReadOnlyList<OutcomeRow> _rows = [];
    private ReferenceData? _reference;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ForesightDesk Desk { get; init; }

    [Parameter, EditorRequired] public Guid Upload { get; set; }

    /// <summary>Of the check: another one has other rows.</summary>
    [Parameter, EditorRequired] public Guid Run { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_run == Run)
            return;
        _run = Run;
        _reference = await Desk.ReferenceAsync(CancellationToken.None);
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
