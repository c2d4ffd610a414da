using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>One area of a file over the outline of today: it is used for a place, or left out.</summary>
public sealed partial class BoundaryAreaDialog
{
    private ImmutableArray<PictureLayer> _layers = [];
    private Jurisdiction? _place;
    private string _label = "";

    [Inject] public required IStringLocalizer<BoundariesText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required PlaceSearchCache Search { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter, EditorRequired] public required BoundaryDraft Draft { get; set; }

    [Parameter, EditorRequired] public required DraftShape Shape { get; set; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private IEnumerable<string> Doubts
    {
        get
        {
            if (Shape.Match == ShapeMatch.Doubtful)
                yield return Text[nameof(BoundariesText.AreaDoubtful)];
            if (Shape is { Code: not null, NeedsReview: true, Shared: { } shared } && Shape.Match != ShapeMatch.Doubtful)
                yield return Text[nameof(BoundariesText.AreaElsewhere), Format.Percent(100 * shared, 0)];
            if (Shape.Code is null && Shape.Suggestion is { } suggestion)
                yield return Text[nameof(BoundariesText.AreaSuggestion), suggestion];
            if (Shape.Code is not null && Draft.Shapes.Any(other => other.Number != Shape.Number && other.Code == Shape.Code))
                yield return Text[nameof(BoundariesText.AreaTwice)];
        }
    }

    /// <summary>Shows the dialog.</summary>
    /// <returns>The draft with what was decided; null: nothing was.</returns>
    internal static async Task<BoundaryDraft?> AskAsync(IDialogService dialogs, Viewer admin, ReferenceData reference, BoundaryDraft draft, DraftShape shape)
    {
        var parameters = new DialogParameters<BoundaryAreaDialog>
        {
            { dialog => dialog.Admin, admin },
            { dialog => dialog.Reference, reference },
            { dialog => dialog.Draft, draft },
            { dialog => dialog.Shape, shape },
        };
        var dialog = await dialogs.ShowAsync<BoundaryAreaDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true });
        return await dialog.Result is { Canceled: false, Data: BoundaryDraft changed } ? changed : null;
    }

    protected override void OnInitialized()
    {
        _place = BoundaryPlaces.Meant(Shape, Reference) is { } meant && BoundaryPlaces.Of(Draft.Level, Admin, Reference).Contains(meant) ? meant : null;
        var former = Draft.FormerOf(_place?.Code);
        _layers =
        [
            new("new", nameof(BoundariesText.LegendNew), [Shape.Shape]),
            new("former", nameof(BoundariesText.LegendFormer), former is null ? [] : [former]),
        ];
        var (name, area) = (BoundaryTables.Named(Shape), Format.Number(Shape.AreaSquareKilometres));
        _label = Shape is { FormerSquareKilometres: { } before, Shared: { } shared }
            ? Text[nameof(BoundariesText.PictureOne), name, area, Format.Number(before), Format.Percent(100 * shared, 0)]
            : Text[nameof(BoundariesText.PictureNew), name, area];
    }

    private Task<IEnumerable<Jurisdiction>> FindPlaces(string? typed, CancellationToken cancellationToken)
    {
        var fitting = string.IsNullOrWhiteSpace(typed)
            ? BoundaryPlaces.Of(Draft.Level, Admin, Reference).OrderBy(place => place.NameIn(Language), StringComparer.CurrentCulture)
            : Search.For(Reference).Find(BoundaryPlaces.RootsOf(Admin, Reference), typed, Language, 200)
                .Where(place => BoundaryPlaces.IsOf(place, Draft.Level));
        return Task.FromResult(fitting.Take(30));
    }

    private void Close(string? code) => Dialog.Close(DialogResult.Ok(Draft.Assign(Shape.Number, code)));
}
