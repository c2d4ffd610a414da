using System.Globalization;
using CrimeInsight.Core.Sources;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>What became of the runs of a source, newest first.</summary>
public sealed partial class SourceHistory
{
    [Inject] public required IStringLocalizer<SourcesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required IReadOnlyList<SourceRun> Runs { get; set; }

    private static IEnumerable<string> Reasons(SourceRun run) =>
    [
        .. run.Trouble is { } trouble ? [SourceWords.Of(trouble, CultureInfo.CurrentUICulture)] : Array.Empty<string>(),
        .. (run.Doubts ?? []).Select(doubt => SourceWords.Of(doubt, CultureInfo.CurrentUICulture)),
    ];
}
