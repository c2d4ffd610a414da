using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web;

/// <summary>The router, and the display choices the request came with.</summary>
public sealed partial class Routes
{
    [Parameter, EditorRequired]
    public required DisplayChoice Display { get; set; }
}
