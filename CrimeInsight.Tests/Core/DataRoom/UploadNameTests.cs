using CrimeInsight.Core.DataRoom;

namespace CrimeInsight.Tests.Core.DataRoom;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("cases.csv", "cases.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\clerk\मामले.csv", "मामले.csv")]
    [InlineData("a\r\nb.csv", "ab.csv")]
    [InlineData("..", "upload")]
    [InlineData("folder/", "upload")]
    [InlineData("", "upload")]
    [InlineData(null, "upload")]
    public void NameOf_WhatSendersWrite_IsANameAndNoPath(string? sent, string expected) => Assert.Equal(expected, UploadDesk.NameOf(sent));

    [Fact]
    public void NameOf_VeryLong_KeepsItsEnd() => Assert.Equal(new string('a', 196) + ".csv", UploadDesk.NameOf(new string('a', 500) + ".csv"));

    [Theory]
    [InlineData("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", true)]
    [InlineData("sha256 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", true)]
    [InlineData("md5 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", false)]
    [InlineData("sha1 not!base64", false)]
    [InlineData("sha1", false)]
    public void Parse_Checksum_IsReadOrRefused(string text, bool isOne) => Assert.Equal(isOne, UploadChecksum.Parse(text) is not null);
}
