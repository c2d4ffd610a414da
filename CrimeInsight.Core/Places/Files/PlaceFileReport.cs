namespace CrimeInsight.Core.Places.Files;

/// <summary>A file about places, judged: nothing is done while a row is refused.</summary>
/// <param name="Requests">One for each place.</param>
public sealed record PlaceFileReport(IReadOnlyList<PlaceFileRow> Rows, IReadOnlyList<PlaceRequest> Requests)
{
    public int Refused => Rows.Count(row => row.Problem is not null);

    public bool IsAcceptable => Refused == 0 && Requests.Count > 0;
}
