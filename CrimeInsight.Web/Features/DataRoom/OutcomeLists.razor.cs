using CrimeInsight.Core.Import;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Why rows were rejected, what is to be looked at, what was corrected, what was not read.</summary>
public sealed partial class OutcomeLists
{
    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Parameter, EditorRequired] public required ImportReport Report { get; set; }

    /// <summary>All rejected rows as a file; null when there is none.</summary>
    [Parameter] public string? RejectsUrl { get; set; }
}
