using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>The places with their tests, the clearest first, or the findings where no places were tested; the file has all of them.</summary>
public sealed partial class HotspotTable
{
    private const int MostPlaces = 100;

    private FigureTable? _table;
    private FigureTable? _shown;

    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required HotspotPageState Page { get; set; }

    [Parameter, EditorRequired] public required FindingsReport Report { get; set; }

    private FigureTable Table => _table!;

    private FigureTable Shown => _shown!;

    protected override void OnParametersSet()
    {
        _table = FindingTables.Of(Report, Page.Method);
        _shown = Report.Marks.IsEmpty ? _table : FindingTables.Clearest(_table, MostPlaces);
    }
}
