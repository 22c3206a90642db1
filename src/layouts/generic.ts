import type { Layout } from './layout.ts';
import { repostedHandle } from './marks.ts';

/** Any table: columns are told by the names that tools commonly give them. It is the layout of last resort. */
export const generic: Layout = {
  name: 'generic',
  title: 'table with columns of common names',
  signatures: [],
  isLoose: true,
  platform: null,
  columns: {
    text: (
      'fulltext rawcontent hitsentence body text content message caption description selftext snippet openingtext ' +
      'tweet tweettext posttext comment commenttext post status quote title'
    ).split(' '),
    id: 'id tweetid idstr statusid restid postid documentid commentid cid messageid uri objectid videoid'.split(
      ' ',
    ),
    handle: (
      'authorusername username userscreenname screenname handle authorhandle accountusername accountacct author user ' +
      'influencer channel from'
    ).split(' '),
    name: 'authorname displayname authorfullname authordisplayname accountdisplayname fullname username name'.split(
      ' ',
    ),
    authorId: 'authorid userid accountid fromid channelid'.split(' '),
    time: (
      'createdat timestamputc publishedat posttime published date datetime createdutc postcreated creationtime createtimeiso ' +
      'timestamp time posted postedat unixtimestamp pubdate datepublished publicationdate datecreated day datum fecha'
    ).split(' '),
    likes:
      'likecount likes favoritecount favouritescount favorites diggcount numlikes score votes reactions'.split(
        ' ',
      ),
    reposts: 'retweetcount repostcount reblogscount sharecount shares retweets reposts'.split(' '),
    replies: 'replycount repliescount commentcount comments numcomments replies'.split(' '),
    quotes: 'quotecount quotescount quotes'.split(' '),
    views: 'impressioncount viewcount viewscount playcount plays views impressions reach'.split(' '),
    language: 'lang language languageguess textlanguage languages'.split(' '),
    url: 'url link permalink tweeturl twitterurl posturl webvideourl'.split(' '),
    platform: 'platform network source sourcetype sourceplatform site socialnetwork'.split(' '),
    replyTo: 'inreplytostatusid inreplytoid inreplyto inreplytotweetid replyto replytoid parentid'.split(' '),
    quoteOf: 'quotebody quotedtext quotedstatusid quotetweetid quoteof quotedid'.split(' '),
    repostOf: 'retweetof repostof retweetedstatusid retweetedid repostedid'.split(' '),
    topic: 'topic query queryname inputname keyword category hashtag'.split(' '),
    vendorSentiment: ['sentiment'],
  },
  refine: (post) => ({ repostOf: post.repostOf ?? repostedHandle(post.text) }),
};
