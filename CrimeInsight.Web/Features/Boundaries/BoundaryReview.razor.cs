using System.Collections.Immutable;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>What a file of boundaries holds and which places it is of, the most doubtful first, to be put right before it is kept.</summary>
public sealed partial class BoundaryReview
{
    private const int Step = 50;

    private IReadOnlyList<DraftShape> _ordered = [];
    private ImmutableArray<PictureLayer> _layers = [];
    private BoundaryDraft? _seen;
    private bool _isToReviewOnly;
    private int _shown = Step;

    [Inject] public required IStringLocalizer<BoundariesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter, EditorRequired] public required BoundaryDraft Draft { get; set; }

    [Parameter, EditorRequired] public required string FileName { get; set; }

    [Parameter, EditorRequired] public EventCallback<BoundaryDraft> OnChanged { get; set; }

    private IReadOnlyList<DraftShape> Rows => _isToReviewOnly ? [.. _ordered.Where(shape => shape.NeedsReview)] : _ordered;

    private string Lead => Text[
        nameof(BoundariesText.ReviewLead), Format.Number(Draft.Shapes.Select(shape => shape.Code).OfType<string>().Distinct().Count()),
        Format.Number(BoundaryPlaces.Of(Draft.Level, Admin, Reference).Count())];

    private string Columns => Draft.Columns is not { } found ? ""
        : string.Join(", ", new[] { found.Code, found.Name, found.District, found.State }.OfType<string>());

    private string PictureLabel => Text[
        nameof(BoundariesText.PictureAll), Format.Number(Draft.Matched - Draft.ToReview), Format.Number(Draft.ToReview), Format.Number(Draft.LeftOut)];

    private IEnumerable<(string Key, int Count)> Counts =>
    [
        (nameof(BoundariesText.CountAreas), Draft.Shapes.Length),
        (nameof(BoundariesText.CountMatched), Draft.Matched),
        (nameof(BoundariesText.CountToReview), Draft.ToReview),
        (nameof(BoundariesText.CountLeftOut), Draft.LeftOut),
        (nameof(BoundariesText.CountUnited), Draft.United),
        (nameof(BoundariesText.CountRepaired), Draft.Repaired),
        (nameof(BoundariesText.CountOutside), Draft.Outside),
        (nameof(BoundariesText.CountUnreadable), Draft.Unreadable),
    ];

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_seen, Draft))
            return;
        _seen = Draft;
        _ordered =
        [
            .. Draft.Shapes.OrderBy(shape => shape.NeedsReview ? 0 : shape.Code is null ? 1 : 2)
                .ThenBy(shape => shape.Shared ?? 1)
                .ThenBy(shape => shape.Number),
        ];
        _layers =
        [
            Layer("fine", nameof(BoundariesText.LegendFine), shape => shape is { Code: not null, NeedsReview: false }),
            Layer("out", nameof(BoundariesText.LegendOut), shape => shape.Code is null),
            Layer("due", nameof(BoundariesText.LegendReview), shape => shape.NeedsReview),
        ];
    }

    private PictureLayer Layer(string look, string name, Func<DraftShape, bool> which) =>
        new(look, name, [.. Draft.Shapes.Where(which).Select(shape => shape.Shape)]);

    private void Toggle() => (_isToReviewOnly, _shown) = (!_isToReviewOnly, Step);

    private async Task LookAsync(DraftShape shape)
    {
        if (await BoundaryAreaDialog.AskAsync(Shell.Dialogs, Admin, Reference, Draft, shape) is { } changed)
            await OnChanged.InvokeAsync(changed);
    }

    private async Task ConfirmAsync()
    {
        var act = Text[nameof(BoundariesText.ConfirmAll), Format.Number(Draft.ToReview)];
        if (await ConfirmDialog.AskAsync(Shell.Dialogs, act, Text[nameof(BoundariesText.ConfirmAllAsk)], act))
            await OnChanged.InvokeAsync(Draft.Confirm());
    }
}
