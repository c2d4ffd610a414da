using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>What a check found is read again as it was stored.</summary>
public sealed class StoredReportTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var month = new Month(2024, 6);
        ForeseenChange change = new(month, "IN-TN-568", ForeseenChange.Others, 3, 8);
        Anomaly anomaly = new(AnomalyKind.PlaceSilent) { Place = "IN-TN-568", Month = month, Found = 0, Expected = 12.5, AdjustedP = 0.001 };
        StoredMonth stored = new("IN-TN-568", month, 4, 3, 2);
        var request = new StepRequest { Supersedes = [new SupersededMonth("IN-TN-568", month.First)] };

        Assert.Equal(change, StepReports.Read<ForeseenChange>(StepReports.Write(change)));
        Assert.Equal(anomaly, StepReports.Read<Anomaly>(StepReports.Write(anomaly)));
        Assert.Equal(stored, StepReports.Read<StoredMonth>(StepReports.Write(stored)));
        Assert.Equal(request.Supersedes, StepReports.Read<StepRequest>(StepReports.Write(request))!.Supersedes);
        Assert.Empty(StepReports.Read<StepRequest>("{}")!.Supersedes);
    }
}
