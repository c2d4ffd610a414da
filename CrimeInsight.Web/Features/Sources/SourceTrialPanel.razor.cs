using CrimeInsight.Core.Sources;
using CrimeInsight.Web.Features.DataRoom;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>What a source holds now, and whether the mapping fits it.</summary>
public sealed partial class SourceTrialPanel
{
    private const string Withheld = "▮▮▮";

    [Inject] public required IStringLocalizer<SourcesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required DataRoomWords Words { get; init; }

    /// <summary>Null: there is no file.</summary>
    [Parameter, EditorRequired] public required SourceTrial? Trial { get; set; }

    [Parameter, EditorRequired] public required string MappingName { get; set; }
}
