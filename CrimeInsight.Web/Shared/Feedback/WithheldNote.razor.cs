using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>Explains the signs of withheld figures below the panel that has any.</summary>
public sealed partial class WithheldNote
{
    [Inject] public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    /// <summary>The rows of the panel.</summary>
    [Parameter, EditorRequired] public required IEnumerable<QueryRow> Rows { get; set; }

    /// <summary>Names of the withheld rows, where the panel does not show them all.</summary>
    [Parameter] public IEnumerable<string> Names { get; set; } = [];

    /// <summary>What is not in the rows; null: nothing.</summary>
    [Parameter] public string? Note { get; set; }

    private List<string> Named => [.. Names];

    private bool HasSmall => Rows.Any(row => row is { IsSuppressed: true, IsProtecting: false });

    private bool HasProtecting => Rows.Any(row => row.IsProtecting);
}
